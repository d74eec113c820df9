namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>The event by which our web chat says that somebody came back. It comes from us, never from a client.</summary>
public static class ReturnedEvent
{
    /// <summary>The event's name.</summary>
    public const string Name = "walkbuddy/returned";

    /// <summary>The member of its value that says how many nudges came meanwhile.</summary>
    public const string Missed = "missed";

    /// <summary>The member of its value that says since when nobody looked, in milliseconds since 1970.</summary>
    public const string Since = "since";
}
