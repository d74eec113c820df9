using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>What follows from what was heard.</summary>
/// <param name="After">The person as changed, with the version they were loaded with; null when nobody is kept.</param>
/// <param name="Replies">What is said, in order.</param>
/// <param name="Effects">What else is done.</param>
/// <param name="Label">What it was taken for: a topic id, an intent id, <c>oos</c> or <c>safety</c>; for counting.</param>
public sealed record TurnOutcome(Person? After, ImmutableArray<Reply> Replies, ImmutableArray<Effect> Effects, string Label)
{
    /// <summary>What else it was taken for, where it held several wishes.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Whether nothing is kept of the person from here on.</summary>
    public bool Erases() => Effects.Any(effect => effect is Effect.Erase);
}
