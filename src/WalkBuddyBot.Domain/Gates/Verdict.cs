using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What becomes of a nudge at the moment it would be sent.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It goes out with these words.</summary>
    /// <param name="Body">What is said.</param>
    /// <param name="As">The kind as sent.</param>
    /// <param name="Tip">The tip it carries.</param>
    public sealed record Send(Reply Body, NudgeKind As, string? Tip) : Verdict;

    /// <summary>It is dropped; the reason is kept and counted.</summary>
    public sealed record Drop(string Reason) : Verdict;

    /// <summary>It waits; the gates are asked again then.</summary>
    public sealed record Wait(Instant Until, string Reason) : Verdict;
}
