using Microsoft.Extensions.Hosting;

namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>Whether the web chat is there.</summary>
internal static class DirectLineSwitch
{
    public static bool IsOn(this DirectLineOptions options, IHostEnvironment environment) => options.Enabled ?? environment.IsDevelopment();
}
