using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>No sentence stands twice: neither under two topics nor twice under one.</summary>
internal sealed class RepeatedSentenceCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var seen = new Dictionary<string, (string File, int Line)>(StringComparer.Ordinal);
        foreach (var topic in folder.Topics)
        {
            foreach (var words in topic.More.Select(paragraph => paragraph.Words).Prepend(topic.Answer))
            {
                foreach (var (at, sentence) in Sentences.Of(words.Text))
                {
                    var line = words.LineAt(at);
                    if (!seen.TryAdd(Sentences.Plain(sentence), (topic.File.Name, line)))
                    {
                        var first = seen[Sentences.Plain(sentence)];
                        yield return topic.File.Mistake(line, $"this sentence stands in {first.File}, line {first.Line}, too");
                    }
                }
            }
        }
    }
}
