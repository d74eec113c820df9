using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>Finds a person by their id, or by its beginning as a preview shows it.</summary>
internal static class PersonSearch
{
    /// <summary>Whether a text can be an id or the beginning of one.</summary>
    public static bool IsId(string text) =>
        Guid.TryParse(text, out _) || (text.Length is >= PreviewCommand.ShortId and <= 32 && text.All(char.IsAsciiHexDigit));

    /// <summary>The person, or why there is none.</summary>
    public static async Task<(PersonFacts? One, string Why)> FindAsync(IPeople people, string id, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(id, out var whole))
        {
            var one = await people.FindAsync(new PersonId(whole), cancellationToken);
            return (one, $"Nobody has the id {id}. A preview of everyone shows the ids.");
        }

        PersonFacts? found = null;
        await foreach (var person in people.WithNudgesAsync(cancellationToken))
        {
            if (!person.Person.Id.Value.ToString("N").StartsWith(id, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (found is not null)
            {
                return (null, $"Several ids begin with {id}. --json shows them whole.");
            }

            found = person;
        }

        return (found, $"Nobody who has a reminder has an id that begins with {id}. A preview of everyone shows the ids.");
    }
}
