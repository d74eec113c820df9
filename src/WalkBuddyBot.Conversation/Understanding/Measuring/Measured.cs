using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>What became of an example.</summary>
/// <param name="Example">The message and what was expected.</param>
/// <param name="Label">The label it got.</param>
/// <param name="Score">How sure, 0 to 1.</param>
/// <param name="Nearest">The labels that were named beside it, or instead of it, best first.</param>
/// <param name="Slots">What was compared, and with which result.</param>
/// <param name="Speaks">Whether the bot would ask or refuse: a wrong slot is then not taken silently.</param>
/// <param name="Took">How long understanding took; null when that was not measured.</param>
public sealed record Measured(
    Example Example, string Label, double Score, ImmutableArray<string> Nearest, ImmutableArray<SlotResult> Slots, bool Speaks, TimeSpan? Took)
{
    /// <summary>Whether it is one of ours.</summary>
    public bool InScope => Example.Label != Intents.OutOfScope;

    /// <summary>Whether it was taken for one of ours.</summary>
    public bool Accepted => Label != Intents.OutOfScope;

    /// <summary>Whether the label is right.</summary>
    public bool Right => Label == Example.Label;

    /// <summary>Whether everything that was compared is as expected.</summary>
    public bool SlotsRight => Slots.All(slot => slot.Right);

    /// <summary>How sure it was that this is ours, where that is known apart from the label.</summary>
    public double? Ours { get; init; }

    /// <summary>How sure it was that this is ours; nothing when it was declined and no more is known.</summary>
    public double Acceptance => Ours ?? (Accepted ? Score : 0);

    /// <summary>Whether the best label is right, though it may have been declined.</summary>
    public bool BestRight => Accepted ? Right : Nearest is [var best, ..] && best == Example.Label;

    /// <summary>Whether a wrong slot would have been taken without a question.</summary>
    public bool SilentlyWrong => Accepted && !Speaks && Slots.Any(slot => !slot.Right && slot.IsSlot);
}
