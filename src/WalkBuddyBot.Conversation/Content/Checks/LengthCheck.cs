using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>Nothing is longer than its place: a card on a phone, a button, two or three sentences read in one glance.</summary>
internal sealed class LengthCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder) =>
        from text in SeenText.Of(folder)
        let most = MostOf(text.Kind)
        where text.Words.Text.Length > most.Characters
        select text.File.Mistake(
            text.Words.Line, $"{most.What} has {text.Words.Text.Length} characters; {most.Characters} is the most. Say less, or split it");

    private static (string What, int Characters) MostOf(SeenKind kind) => kind switch
    {
        SeenKind.Tip => ("the tip", 200),
        SeenKind.Answer => ("the short answer", 400),
        SeenKind.Paragraph => ("the paragraph", 600),
        SeenKind.Question => ("the question", 80),
        SeenKind.Choice => ("the button", 40),
        SeenKind.Phrase => ("the phrase", 600),
        _ => ("the text", int.MaxValue), // Titles have their own check, and the sections are the article's.
    };
}
