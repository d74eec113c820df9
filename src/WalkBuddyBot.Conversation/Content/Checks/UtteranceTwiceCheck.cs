using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>No example stands twice, and none that says the same stands under another label.</summary>
internal static class UtteranceTwiceCheck
{
    public static IEnumerable<ContentMistake> Check(UtteranceSet set)
    {
        var plain = new Dictionary<string, Utterance>(StringComparer.Ordinal);
        var bare = new Dictionary<string, Utterance>(StringComparer.Ordinal);
        foreach (var utterance in set.All)
        {
            if (!plain.TryAdd(UtteranceKey.Plain(utterance.Text), utterance))
            {
                yield return Same(utterance, plain[UtteranceKey.Plain(utterance.Text)]);
            }
            else if (!bare.TryAdd(UtteranceKey.Bare(utterance.Text), utterance)
                && bare[UtteranceKey.Bare(utterance.Text)] is var like && like.Label != utterance.Label)
            {
                yield return Mistake(
                    utterance,
                    $"almost this, \"{like.Text}\", stands under \"{like.Label}\" in {Place(like)}; "
                    + "under one label it can be learnt, under two it cannot");
            }
        }
    }

    private static ContentMistake Same(Utterance utterance, Utterance first) => Mistake(
        utterance,
        first.Label == utterance.Label
            ? $"\"{utterance.Text}\" stands in {Place(first)}, too; say it once, or otherwise"
            : $"\"{utterance.Text}\" stands under \"{first.Label}\" in {Place(first)}, too; it can mean one thing only");

    private static ContentMistake Mistake(Utterance utterance, string what) => new(utterance.File, utterance.Line, what);

    private static string Place(Utterance utterance) => $"{Path.GetFileName(utterance.File)}, line {utterance.Line}";
}
