using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Utterances;

/// <summary>All examples, and the words that belong to a topic.</summary>
/// <param name="All">The examples in the order of their files and lines. Example questions of the topics are among them.</param>
/// <param name="Words">Other words for a topic, by its id: "tummy" beside "core".</param>
internal sealed record UtteranceSet(ImmutableArray<Utterance> All, ImmutableSortedDictionary<string, ImmutableArray<string>> Words);
