namespace WalkBuddyBot.Nudging;

/// <summary>What a change of the clocks does to a reminder.</summary>
public enum ClockMark
{
    /// <summary>Nothing: the time asked for comes once on that day.</summary>
    None,

    /// <summary>The clocks skip the time asked for; it comes at the first moment after the gap.</summary>
    Skipped,

    /// <summary>The time asked for comes twice; the reminder comes the first time.</summary>
    FirstOfTwo,
}
