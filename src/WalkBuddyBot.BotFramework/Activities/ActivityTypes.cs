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
}
