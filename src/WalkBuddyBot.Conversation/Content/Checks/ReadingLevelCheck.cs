using System.Globalization;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>
/// Everything can be read at about 12 years: no sentence is too long for one breath, and no tip, phrase or topic is too hard as a whole.
/// A few short words say little of how hard a text is, so these are not graded.
/// </summary>
internal sealed class ReadingLevelCheck : IContentCheck
{
    private const double HardestTip = 9;
    private const double HardestTopic = 8.5;
    private const int GradedFrom = 8;
    private const int LongestInTip = 25;
    private const int LongestElsewhere = 40;

    public IEnumerable<ContentMistake> Check(ContentFolder folder) => SeenText.Of(folder)
        .Where(text => text.Kind is SeenKind.Answer or SeenKind.Paragraph or SeenKind.Tip or SeenKind.Phrase)
        .SelectMany(OfText)
        .Concat(folder.Topics.SelectMany(OfTopic));

    private static IEnumerable<ContentMistake> OfText(SeenText text)
    {
        var longest = text.IsTip ? LongestInTip : LongestElsewhere;
        foreach (var (at, words) in ReadingLevel.Stretches(text.Words.Text).Where(stretch => stretch.Words > longest))
        {
            yield return text.File.Mistake(text.Words.LineAt(at), $"the sentence has {words} words; {longest} is the most. Make two of it");
        }

        if (text.Kind is SeenKind.Tip or SeenKind.Phrase && ReadingLevel.WordsOf(text.Words.Text) >= GradedFrom
            && ReadingLevel.GradeOf(text.Words.Text) is var grade and > HardestTip)
        {
            yield return text.File.Mistake(text.Words.Line, TooHard(grade, HardestTip));
        }
    }

    private static IEnumerable<ContentMistake> OfTopic(TopicDraft topic)
    {
        var whole = string.Join(' ', topic.More.Select(paragraph => paragraph.Words.Text).Prepend(topic.Answer.Text));
        return ReadingLevel.GradeOf(whole) is var grade and > HardestTopic ? [topic.File.Mistake(topic.Answer.Line, TooHard(grade, HardestTopic))] : [];
    }

    private static string TooHard(double grade, double most) => string.Create(
        CultureInfo.InvariantCulture, $"this is hard to read (school grade {grade:0.0}; {most} is the most). Use shorter words and sentences");
}
