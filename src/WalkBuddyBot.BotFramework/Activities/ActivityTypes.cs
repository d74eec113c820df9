namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>The types of activity that are read or sent here.</summary>
public static class ActivityTypes
{
    /// <summary>Words, a card, or a pressed button.</summary>
    public const string Message = "message";

    /// <summary>Someone came or left.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>Someone is writing.</summary>
    public const string Typing = "typing";

    /// <summary>A named event of the client.</summary>
    public const string Event = "event";

    /// <summary>A request of the client that waits for its answer.</summary>
    public const string Invoke = "invoke";

    /// <summary>The bot was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A reaction was set on a message, or taken back.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>The channel holds the conversation for ended.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A message was edited.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was taken back.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A note for whoever looks for faults.</summary>
    public const string Trace = "trace";
}
