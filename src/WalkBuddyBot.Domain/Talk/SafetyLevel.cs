namespace WalkBuddyBot.Domain;

/// <summary>How much a message asks for a human. The order is the rank: the highest found wins.</summary>
public enum SafetyLevel
{
    /// <summary>Ordinary words.</summary>
    None,

    /// <summary>A condition where general advice may not fit.</summary>
    Inform,

    /// <summary>See someone within days or weeks.</summary>
    SeeSoon,

    /// <summary>Speak to a clinician today.</summary>
    SameDay,

    /// <summary>Talk of self-harm.</summary>
    Crisis,

    /// <summary>Act now.</summary>
    Emergency,
}
