using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>A text that people see.</summary>
/// <param name="File">Its file.</param>
/// <param name="Words">The text.</param>
/// <param name="IsTip">Whether it is a tip.</param>
internal sealed record SeenText(ContentFile File, Passage Words, bool IsTip)
{
    /// <summary>All of them. Synonyms are not among them: they are matched and never shown.</summary>
    public static IEnumerable<SeenText> Of(ContentFolder folder) =>
        folder.Topics.SelectMany(OfTopic)
            .Concat(folder.Tips.Select(tip => new SeenText(tip.File, tip.Words, IsTip: true)))
            .Concat(folder.Phrases.Select(phrase => new SeenText(phrase.File, phrase.Words, IsTip: false)));

    private static IEnumerable<SeenText> OfTopic(TopicDraft topic) =>
        topic.Questions.Prepend(topic.Answer).Prepend(topic.Section).Prepend(topic.Title)
            .Concat(topic.More.Select(paragraph => paragraph.Words))
            .Select(words => new SeenText(topic.File, words, IsTip: false));
}
