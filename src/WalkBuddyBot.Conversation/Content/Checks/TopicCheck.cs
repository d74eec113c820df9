using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>
/// A topic has its own id and place, a title that fits a button, and as many sentences, paragraphs and questions as people can use.
/// </summary>
internal sealed class TopicCheck : IContentCheck
{
    private const int LongestTitle = 28;

    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var orders = new Dictionary<int, string>();
        foreach (var topic in folder.Topics)
        {
            foreach (var mistake in CheckOne(topic))
            {
                yield return mistake;
            }

            if (topic.Order > 0 && !orders.TryAdd(topic.Order, topic.Id.Text))
            {
                yield return topic.File.Mistake(topic.OrderLine, $"order {topic.Order} is taken by \"{orders[topic.Order]}\"");
            }
        }
    }

    private static IEnumerable<ContentMistake> CheckOne(TopicDraft topic)
    {
        if (topic.Id.Text.Length > 0 && topic.File.Name != $"topics/{topic.Id.Text}.md")
        {
            yield return topic.File.Mistake(topic.Id.Line, $"the id \"{topic.Id.Text}\" is not the file's name");
        }

        if (topic.Title.Text.Length > LongestTitle)
        {
            yield return topic.File.Mistake(
                topic.Title.Line, $"the title has {topic.Title.Text.Length} characters; a button holds {LongestTitle}");
        }

        if (Sentences.Of(topic.Answer.Text).Count() is var sentences && sentences is not (2 or 3))
        {
            yield return topic.File.Mistake(topic.Answer.Line, $"the short answer has {sentences} sentences; it needs two or three");
        }

        if (topic.MoreLine > 0 && topic.More.Length is < 2 or > 4)
        {
            yield return topic.File.Mistake(topic.MoreLine, $"there are {topic.More.Length} further paragraphs; two to four are needed");
        }

        if (topic.Questions is { Length: > 0 and (< 6 or > 10) })
        {
            yield return topic.File.Mistake(
                topic.Questions[0].Line, $"there are {topic.Questions.Length} questions; six to ten are needed");
        }

        if (topic.FollowUps is { Length: > 0 and not (2 or 3) })
        {
            yield return topic.File.Mistake(
                topic.FollowUps[0].Line, $"there are {topic.FollowUps.Length} follow-ups; two or three are needed");
        }
    }
}
