using System.Collections.Immutable;
using System.Data.Common;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.People;

/// <summary>The addresses of a person as rows and back.</summary>
internal static class AddressRows
{
    public const string Columns = "a.id, a.channel, a.tenant, a.conversation, a.member, a.scope, a.open";

    public static ImmutableArray<Address> Of(Session session, PersonId person) =>
    [
        .. session.All(
            $"SELECT {Columns} FROM address a WHERE a.person = @person ORDER BY a.place",
            row => Read(row, 0),
            ("@person", person.Value.Blob())),
    ];

    /// <summary>
    /// Writes a person's addresses as they are now. False when one of them is somebody else's: then nothing may be committed.
    /// </summary>
    public static bool Save(Session session, Person person)
    {
        var known = Of(session, person.Id);
        foreach (var gone in known.ExceptBy(person.Addresses.Select(address => address.Id), address => address.Id))
        {
            session.Run("DELETE FROM address WHERE id = @id", ("@id", gone.Id.Value.Blob()));
        }

        if (known.SequenceEqual(person.Addresses))
        {
            return true;
        }

        for (var place = 0; place < person.Addresses.Length; place++)
        {
            if (!Save(session, person.Id, person.Addresses[place], place))
            {
                return false;
            }
        }

        return true;
    }

    public static Address Read(DbDataReader row, int from) => new(
        new AddressId(row.Id(from)),
        row.GetString(from + 1),
        row.TextOrNull(from + 2),
        row.GetString(from + 3),
        row.GetString(from + 4),
        Storage.Columns.Name<Scope>(row.GetString(from + 5)),
        row.Flag(from + 6));

    private static bool Save(Session session, PersonId person, Address address, int place) => session.Run(
        """
        INSERT INTO address (id, person, place, channel, tenant, conversation, member, scope, open)
        VALUES (@id, @person, @place, @channel, @tenant, @conversation, @member, @scope, @open)
        ON CONFLICT (id) DO UPDATE SET place = excluded.place, scope = excluded.scope, open = excluded.open WHERE person = excluded.person
        """,
        ("@id", address.Id.Value.Blob()),
        ("@person", person.Value.Blob()),
        ("@place", (long)place),
        ("@channel", address.Channel),
        ("@tenant", address.Tenant),
        ("@conversation", address.Conversation),
        ("@member", address.Member),
        ("@scope", address.Scope.ToString()),
        ("@open", address.Open)) == 1;
}
