namespace WalkBuddyBot.Domain;

/// <summary>What a person did with a nudge. The first answer stands.</summary>
public enum NudgeAnswer
{
    /// <summary>They walked.</summary>
    Walked,

    /// <summary>They asked to be reminded again in a while.</summary>
    Snoozed,

    /// <summary>Not today; the day counts for nothing, good or bad.</summary>
    NotToday,
}
