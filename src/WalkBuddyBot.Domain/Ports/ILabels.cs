namespace WalkBuddyBot.Domain;

/// <summary>What a turn can be taken for, so that counting has an end whatever arrives.</summary>
public interface ILabels
{
    /// <summary>Every value that <see cref="TurnOutcome.Label"/> has: topic ids, intent ids, <c>oos</c> and <c>safety</c>.</summary>
    IReadOnlySet<string> All { get; }
}
