namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>What <c>/api/messages</c> takes; section <c>Messages</c> of the configuration. Checked at start.</summary>
public sealed class MessagesOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Messages";

    /// <summary>How callers prove themselves; the host sets it from <c>Bot:Auth:Mode</c>.</summary>
    public InboundMode Mode { get; set; } = InboundMode.Tokens;

    /// <summary>
    /// Channels that are let in beside msteams, webchat, directline, emulator and test. None by default; each 1 to 64 letters, digits, dots,
    /// hyphens or underscores.
    /// </summary>
    public IList<string> MoreChannels { get; } = [];
}
