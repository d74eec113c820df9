using WalkBuddyBot.Conversation.Content;

namespace WalkBuddyBot.Conversation.Understanding.Utterances;

/// <summary>Whether there is enough to learn from at all.</summary>
internal static class ExampleCounts
{
    /// <summary>Fewer than this cannot be shared out for cross-validation.</summary>
    public const int Fewest = 10;

    /// <summary>A mistake for each label that has too few examples.</summary>
    public static IEnumerable<ContentMistake> Missing(UtteranceSet set, string folder)
    {
        var counts = set.All.CountBy(utterance => utterance.Label == Intents.OutOfScope ? utterance.Group : utterance.Label)
            .ToDictionary(StringComparer.Ordinal);
        return UtteranceLabels.InScope.Concat([UtteranceGroups.Near, UtteranceGroups.Far])
            .Where(label => counts.GetValueOrDefault(label) < Fewest)
            .Select(label => new ContentMistake(
                folder, 1, $"\"{label}\" has {counts.GetValueOrDefault(label)} examples; {Fewest} are needed at least to learn it"));
    }
}
