namespace WalkBuddyBot.Domain;

/// <summary>Who goes first through the door.</summary>
public enum Urgency
{
    /// <summary>A safety reply.</summary>
    Safety,

    /// <summary>A reply to what someone said.</summary>
    Reply,

    /// <summary>A nudge.</summary>
    Nudge,

    /// <summary>An older card drawn anew.</summary>
    Fold,
}
