using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>A text that people see.</summary>
/// <param name="File">Its file.</param>
/// <param name="Words">The text.</param>
/// <param name="Kind">What it is.</param>
internal sealed record SeenText(ContentFile File, Passage Words, SeenKind Kind)
{
    // The keys of what stands on buttons begin so.
    private const string Choice = "choice.";

    public bool IsTip => Kind == SeenKind.Tip;

    /// <summary>All of them. Synonyms are not among them: they are matched and never shown.</summary>
    public static IEnumerable<SeenText> Of(ContentFolder folder) =>
        folder.Topics.SelectMany(OfTopic)
            .Concat(folder.Tips.Select(tip => new SeenText(tip.File, tip.Words, SeenKind.Tip)))
            .Concat(folder.Phrases.Select(phrase => new SeenText(
                phrase.File, phrase.Words, phrase.Key.StartsWith(Choice, StringComparison.Ordinal) ? SeenKind.Choice : SeenKind.Phrase)));

    private static IEnumerable<SeenText> OfTopic(TopicDraft topic) =>
    [
        new(topic.File, topic.Title, SeenKind.Title),
        new(topic.File, topic.Section, SeenKind.Section),
        new(topic.File, topic.Answer, SeenKind.Answer),
        .. topic.Questions.Select(question => new SeenText(topic.File, question, SeenKind.Question)),
        .. topic.More.Select(paragraph => new SeenText(topic.File, paragraph.Words, SeenKind.Paragraph)),
    ];
}
