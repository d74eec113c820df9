using Microsoft.Extensions.FileProviders;

namespace WalkBuddyBot.Terminal;

/// <summary>Where a command runs, for the parts that ask a host.</summary>
internal sealed class TerminalEnvironment(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "WalkBuddyBot";

    public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
