using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>No two topics share a title or a question: typed, it could mean either.</summary>
internal sealed class TwiceCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder) =>
        Twice(folder.Topics.Select(topic => (topic, topic.Title)), "title")
            .Concat(Twice(folder.Topics.SelectMany(topic => topic.Questions.Select(question => (topic, question))), "question"));

    private static IEnumerable<ContentMistake> Twice(IEnumerable<(TopicDraft Topic, Passage Words)> texts, string what)
    {
        var first = new Dictionary<string, (string File, int Line)>(StringComparer.Ordinal);
        foreach (var (topic, words) in texts.Where(text => text.Words.Text.Length > 0))
        {
            if (!first.TryAdd(Sentences.Plain(words.Text), (topic.File.Name, words.Line)))
            {
                var (file, line) = first[Sentences.Plain(words.Text)];
                yield return topic.File.Mistake(words.Line, $"the {what} \"{words.Text}\" stands in {file}, line {line}, too; ask or name it otherwise");
            }
        }
    }
}
