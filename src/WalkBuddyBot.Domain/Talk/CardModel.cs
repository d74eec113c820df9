namespace WalkBuddyBot.Domain;

/// <summary>What a card shows, as data; each channel draws it in its own way.</summary>
public abstract record CardModel
{
    private CardModel()
    {
    }

    /// <summary>A walk reminder.</summary>
    /// <param name="Heading">The concrete ask.</param>
    /// <param name="Progress">How the week stands; null while there is nothing to say.</param>
    /// <param name="Tip">A tip.</param>
    /// <param name="Source">The article's section the tip follows from.</param>
    /// <param name="Footer">Why it came and when the next one does.</param>
    public sealed record Nudge(string Heading, string? Progress, string Tip, string Source, string Footer) : CardModel;

    /// <summary>An older card after it was answered: one line, no buttons to speak of.</summary>
    /// <param name="Line">The line.</param>
    public sealed record Folded(string Line) : CardModel;

    /// <summary>All that is kept of a person, as a file to take along.</summary>
    /// <param name="Json">The file's content; null until the turn fills it in, just before it is committed.</param>
    public sealed record Export(string? Json) : CardModel;
}
