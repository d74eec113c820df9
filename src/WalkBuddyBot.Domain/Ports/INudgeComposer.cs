using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>A kind of nudge: how late it may be and what it says.</summary>
public interface INudgeComposer
{
    /// <summary>The kind it speaks for.</summary>
    NudgeKind Kind { get; }

    /// <summary>How late it may still arrive, counted from its planned place.</summary>
    Duration Grace { get; }

    /// <summary>The words, the gates having let it pass.</summary>
    Verdict Compose(Outgoing nudge, PersonFacts facts, Instant now);
}
