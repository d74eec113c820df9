using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.People;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Erasing;

/// <summary>Takes away everything that is kept of a person, in the commit it is called in.</summary>
/// <param name="session">The writer's.</param>
/// <param name="saved">Told which references go.</param>
/// <param name="asked">What was heard, where the person asked for it: then its confirmation can still go out.</param>
/// <param name="now">The present in milliseconds.</param>
internal sealed class Erasure(Session session, SavedReferences saved, Heard? asked, long now)
{
    private readonly HashSet<PersonId> _people = [];

    /// <returns>How many people: the visitor of a browser may be known in several conversations of ours.</returns>
    public int Run(PersonId person)
    {
        Person(person);
        return _people.Count;
    }

    private void Person(PersonId person)
    {
        if (!_people.Add(person))
        {
            return;
        }

        var addresses = AddressRows.Of(session, person);
        var id = ("@person", (object?)person.Value.Blob());
        ErasedRows.Outgoing(session, person, addresses, now);
        ErasedRows.Inbox(session, person, addresses, asked?.Key);
        session.Run("DELETE FROM walk WHERE person = @person", id);
        session.Run("DELETE FROM schedule WHERE person = @person", id);
        foreach (var address in addresses)
        {
            Reference(address.Id);
        }

        foreach (var member in addresses.Select(address => address.Member).Distinct())
        {
            Elsewhere(member);
        }

        session.Run("DELETE FROM address WHERE person = @person", id);
        session.Run("DELETE FROM person WHERE id = @person", id);
        foreach (var visitor in addresses.Where(address => address.Channel == Address.WebChat).Select(address => address.Member).Distinct())
        {
            Visitor(visitor);
        }
    }

    // In a group nothing is kept of them but how to answer there.
    private void Elsewhere(string member)
    {
        var keys = session.All("SELECT address FROM reference WHERE member = @member", row => row.GetString(0), ("@member", member));
        foreach (var id in keys.Select(key => Guid.TryParse(key, out var id) ? id : (Guid?)null).OfType<Guid>())
        {
            if (session.Number("SELECT 1 FROM address WHERE id = @id", ("@id", id.Blob())) is null)
            {
                Reference(new AddressId(id));
            }
        }
    }

    // Whoever has the cookie is one person, in however many of our conversations.
    private void Visitor(string visitor)
    {
        foreach (var conversation in Conversations.Of(session, visitor))
        {
            var address = Address.Of(Address.WebChat, tenant: null, conversation, visitor, Scope.Personal);
            Reference(address.Id);
            Conversations.Erase(session, conversation, asked, now);
            if (PersonRow.Owner(session, address) is { } other)
            {
                Person(other);
            }
        }
    }

    private void Reference(AddressId address)
    {
        var key = ReferenceStore.Key(address);
        saved.Forget(key);
        session.Run(
            address == asked?.From.Id
                ? "UPDATE reference SET leaving = 1 WHERE address = @key"
                : "DELETE FROM reference WHERE address = @key",
            ("@key", key));
    }
}
