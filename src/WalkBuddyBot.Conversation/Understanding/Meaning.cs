using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>What was understood of a message.</summary>
/// <param name="Label">A topic id, an intent id (<see cref="Intents"/>) or <see cref="Intents.OutOfScope"/>.</param>
/// <param name="Score">How sure, 0 to 1. Exact commands and the grammar score 1.</param>
/// <param name="Slots">What the words named.</param>
/// <param name="Ask">The slot that is missing and must be asked for, such as <c>am_pm</c>, <c>times</c>, <c>zone</c>; null when nothing
/// is.</param>
/// <param name="Error">A code when an impossible value was refused, such as <c>bad_time</c>, <c>bad_date</c>, <c>bad_interval</c>,
/// <c>unknown_zone</c>, <c>past</c>.</param>
/// <param name="Offending">The words that were refused, for the reply that says so.</param>
/// <param name="Safety">The safety level of the message.</param>
/// <param name="Nearest">Ids of the nearest topics, nearest first, for "did you mean".</param>
public sealed record Meaning(
    string Label, double Score, Slots Slots, string? Ask, string? Error, string? Offending, SafetyLevel Safety,
    ImmutableArray<string> Nearest)
{
    /// <summary>Labels of which one may be meant, likeliest first, for "did you mean"; empty where nothing is offered.</summary>
    public ImmutableArray<string> Offers { get; init; } = [];

    /// <summary>What else the message asks for, in its order; at most two. Courtesies come last.</summary>
    public ImmutableArray<Meaning> Also { get; init; } = [];

    /// <summary>Whether it asks for still more than that, which is left.</summary>
    public bool LeavesSome { get; init; }

    /// <summary>Whether it takes the place of what was done last: "no, 4" after a goal of three.</summary>
    public bool Amends { get; init; }

    /// <summary>Whether it was offered, and said yes to.</summary>
    public bool Agreed { get; init; }
}
