using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>What the rules know to speak against a danger: a sign that is denied, past or only asked about, or a figure of speech.</summary>
/// <param name="Met">A sign is spoken of and is none.</param>
/// <param name="Figurative">There is a figure of speech.</param>
internal readonly record struct Excuses(bool Met, bool Figurative)
{
    /// <summary>What speaks against a danger in a text.</summary>
    public static Excuses In(string text, Book book)
    {
        var message = book.Reader.Read(text);
        if (message.Count == 0)
        {
            return default;
        }

        var reading = new Reading(message, book.Phrases.In(message), book.Roles, book.Symptoms, book.Idioms, book.Plain);
        var met = book.Signs.Where(sign => sign.Level >= SafetyLevel.SameDay && Finder.Meets(sign, reading)).ToList();
        return new(met.Count > 0 && met.TrueForAll(sign => Finder.Find(sign, reading).Reality < Reality.Live), reading.Figurative);
    }
}
