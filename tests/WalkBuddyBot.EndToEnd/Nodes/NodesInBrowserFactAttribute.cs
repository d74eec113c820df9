using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.EndToEnd.Nodes;

/// <summary>
/// A test that needs a browser and PostgreSQL: said to be skipped where one is missing, and never skipped where CI is set.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodesInBrowserFactAttribute : FactAttribute
{
    public NodesInBrowserFactAttribute() => Skip =
        Chromium.Path is null && !Chromium.Required ? Chromium.Missing
        : PostgresServer.IsHere ? null
        : PostgresServer.Missing;
}
