using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>Every label has enough examples to learn from.</summary>
internal static class UtteranceCountCheck
{
    /// <summary>Below this, a label is guessed more than told.</summary>
    public const int Least = 80;

    /// <summary>Out of scope is everything else there is, so it needs more.</summary>
    public const int LeastOutOfScope = 800;

    public static IEnumerable<ContentMistake> Check(ContentFolder folder, UtteranceSet set)
    {
        var counts = set.All.CountBy(utterance => utterance.Label).ToDictionary();
        foreach (var label in UtteranceLabels.InScope.Append(Intents.OutOfScope))
        {
            var least = label == Intents.OutOfScope ? LeastOutOfScope : Least;
            if (counts.GetValueOrDefault(label) is var count && count < least)
            {
                yield return new ContentMistake(
                    FileOf(folder, label), 1, $"\"{label}\" has {count} examples; {least} are the least to learn from");
            }
        }
    }

    private static string FileOf(ContentFolder folder, string label) => folder.Missing(Path.Combine(
        UtteranceReader.Folder,
        label == Intents.OutOfScope ? "oos" : UtteranceLabels.Topics.Contains(label) ? $"topics/{label}.yaml" : $"intents/{label}.yaml"));
}
