using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>Who stands at the two ends of a web-chat conversation.</summary>
internal static class BotAccount
{
    public const string Channel = "webchat";

    public const string Sink = "directline";

    public static ChannelAccount Bot { get; } = new() { Id = "walkbuddybot", Name = "WalkBuddyBot", Role = "bot" };

    public static ChannelAccount User(string id, string? name = null) => new() { Id = id, Name = name, Role = "user" };
}
