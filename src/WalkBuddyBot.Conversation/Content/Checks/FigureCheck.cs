using System.Text.RegularExpressions;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>The article has no figures, so a sentence that speaks for it has none.</summary>
internal sealed partial class FigureCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(Reading.ContentFolder folder) =>
        from text in SeenText.Of(folder)
        from sentence in Reading.Sentences.Of(text.Words.Text)
        where SpeaksForTheArticle().IsMatch(sentence.Text)
        let figure = Figure().Match(sentence.Text)
        where figure.Success
        select text.File.Mistake(
            text.Words.LineAt(sentence.At + figure.Index),
            $"\"{figure.Value}\" stands in a sentence about what the article says; the article has no figures");

    [GeneratedRegex(@"\b(the|this|our|its) article\b|\bit (also )?(says|adds)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksForTheArticle();

    [GeneratedRegex(
        @"\d[\d.,]*|\b(ten|fifteen|twenty|thirty|forty|forty-five|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|per ?cent|dozens?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
