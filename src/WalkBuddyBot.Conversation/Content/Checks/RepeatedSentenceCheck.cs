using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>No sentence stands twice, nor almost, if it is not a short one: neither under two topics nor twice under one.</summary>
internal sealed class RepeatedSentenceCheck : IContentCheck
{
    private const int Short = 6;

    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var earlier = new List<(HashSet<string> Words, string Plain, string File, int Line)>();
        foreach (var topic in folder.Topics)
        {
            foreach (var words in topic.More.Select(paragraph => paragraph.Words).Prepend(topic.Answer))
            {
                foreach (var (at, sentence) in Sentences.Of(words.Text))
                {
                    var line = words.LineAt(at);
                    var plain = Sentences.Plain(sentence);
                    var telling = Likeness.WordsOf(sentence);
                    if (earlier.Find(other => other.Plain == plain || Likeness.AreAlike(other.Words, telling, Short)) is { Line: > 0 } like)
                    {
                        var how = like.Plain == plain ? "this sentence" : "almost this sentence";
                        yield return topic.File.Mistake(line, $"{how} stands in {like.File}, line {like.Line}, too; say it once, or otherwise");
                    }

                    earlier.Add((telling, plain, topic.File.Name, line));
                }
            }
        }
    }
}
