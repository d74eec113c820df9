using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Generated;

/// <summary>A few words of a generated sentence, and how to see in a meaning that acts that they were not lost.</summary>
/// <param name="Words">The words.</param>
/// <param name="IsUsed">Whether the meaning holds what they say.</param>
internal sealed record Fragment(string Words, Func<Meaning, bool> IsUsed)
{
    /// <summary>The days it names.</summary>
    public ImmutableArray<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>The day it leaves out.</summary>
    public IsoDayOfWeek? LeavesOut { get; init; }

    public override string ToString() => Words;
}
