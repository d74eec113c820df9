namespace WalkBuddyBot.Domain;

/// <summary>Why a nudge comes at the moment it comes.</summary>
public enum SlotReason
{
    /// <summary>The wish asks for this time.</summary>
    Asked,

    /// <summary>The wish asks for a time that the clocks skip that day: it comes at the first moment after the gap.</summary>
    ClockChange,

    /// <summary>The person put it off until then.</summary>
    Snoozed,
}
