namespace WalkBuddyBot.Domain;

/// <summary>What to do with a message of which nobody knows whether it arrived.</summary>
public enum Doubt
{
    /// <summary>Send it again: a missed reply is worse than a repeated one.</summary>
    Resend,

    /// <summary>Leave it and count it as uncertain: a second nudge is worse than a missed one.</summary>
    Drop,
}
