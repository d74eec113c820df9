using WalkBuddyBot.EndToEnd.Crash;
using WalkBuddyBot.EndToEnd.Faults.Connector;

namespace WalkBuddyBot.EndToEnd;

/// <summary>The assembly is also a program: what the tests want in a process of its own.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is ["--connector", .. var rest] ? ConnectorHost.RunAsync(rest) : CrashHost.RunAsync(args);
}
