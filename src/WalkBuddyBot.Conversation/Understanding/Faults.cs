namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>The codes of <see cref="Meaning.Error"/>.</summary>
public static class Faults
{
    /// <summary>A time that no clock shows: "25:00".</summary>
    public const string BadTime = "bad_time";

    /// <summary>A span that cannot be: "every 0 minutes".</summary>
    public const string BadInterval = "bad_interval";

    /// <summary>An amount that nobody walks: "0 walks a week", "a million steps".</summary>
    public const string BadAmount = "bad_amount";

    /// <summary>A date that no calendar has: "Feb 30".</summary>
    public const string BadDate = "bad_date";

    /// <summary>A zone that nobody keeps: "Mars/Base".</summary>
    public const string UnknownZone = "unknown_zone";

    /// <summary>A moment that has gone by.</summary>
    public const string Past = "past";
}
