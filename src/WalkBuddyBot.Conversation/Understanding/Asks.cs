namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>What <see cref="Meaning.Ask"/> can ask for.</summary>
public static class Asks
{
    /// <summary>In the morning or in the evening; the times in question are <see cref="Slots.Open"/>.</summary>
    public const string HalfOfDay = "am_pm";

    /// <summary>At what time.</summary>
    public const string Times = "times";

    /// <summary>On which days.</summary>
    public const string Days = "days";

    /// <summary>On which date: a numeric date, or "next friday", reads two ways.</summary>
    public const string Date = "date";

    /// <summary>In which time zone.</summary>
    public const string Zone = "zone";

    /// <summary>How long a pause lasts.</summary>
    public const string PauseUntil = "pause_until";

    /// <summary>Whether to go on without an end: "for two weeks", "until christmas".</summary>
    public const string Until = "until";

    /// <summary>How many minutes.</summary>
    public const string Minutes = "minutes";

    /// <summary>Which goal: how many walks, or how many minutes, in a week or a day.</summary>
    public const string Goal = "goal";

    /// <summary>Whether it is meant: the classifier alone read a stop, and is not quite sure.</summary>
    public const string Sure = "sure";

    /// <summary>From when to when: quiet hours, or the hours that reminders keep to.</summary>
    public const string Quiet = "quiet";
}
