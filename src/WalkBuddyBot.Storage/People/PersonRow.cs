using System.Data.Common;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.People;

/// <summary>A person's row and how it is read and written.</summary>
internal sealed record PersonRow(PersonId Id, long Version, string Language, string? Zone, AddressId? NudgeAt, string Body)
{
    private const string Columns = "id, version, language, zone, nudge_at, body";

    public static PersonRow? At(Session session, Address address) => Owner(session, address) is { } id ? Find(session, id) : null;

    public static PersonRow? Find(Session session, PersonId id) =>
        session.First($"SELECT {Columns} FROM person WHERE id = @id", Read, ("@id", id.Value.Blob()));

    /// <summary>The person at an address, or the one whom the channel knows by the same name elsewhere; null when there is none.</summary>
    public static PersonId? Owner(Session session, Address address) =>
        (session.First("SELECT person FROM address WHERE id = @address", ReadId, ("@address", address.Id.Value.Blob()))
        ?? session.First(
            """
            SELECT p.id FROM address a JOIN person p ON p.id = a.person
            WHERE a.member = @member AND a.channel = @channel AND a.tenant IS NOT DISTINCT FROM @tenant ORDER BY p.seq LIMIT 1
            """,
            ReadId,
            ("@member", address.Member),
            ("@channel", address.Channel),
            ("@tenant", address.Tenant)))?.Id;

    /// <summary>The version of a person, or null when there is none.</summary>
    public static long? VersionOf(Session session, PersonId id) =>
        session.Number("SELECT version FROM person WHERE id = @id", ("@id", id.Value.Blob()));

    /// <summary>Writes a person at a version, new or known.</summary>
    public static void Save(Session session, Person person, string body, long version, long now) => session.Run(
        """
        INSERT INTO person (id, version, language, zone, standing, nudge_at, body, made_at, said_at, left_at)
        VALUES (@id, @version, @language, @zone, @standing, @nudge_at, @body, @now, @now, @left)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, language = excluded.language, zone = excluded.zone,
            standing = excluded.standing,
            nudge_at = excluded.nudge_at, body = excluded.body, said_at = excluded.said_at,
            left_at = excluded.left_at
        """,
        ("@id", person.Id.Value.Blob()),
        ("@version", version),
        ("@language", person.Language),
        ("@zone", person.Zone),
        ("@standing", person.Standing.GetType().Name),
        ("@nudge_at", person.NudgeAt?.Value.Blob()),
        ("@body", body),
        ("@now", now),
        ("@left", person.LeftAt?.Millis()));

    private static PersonRow Read(DbDataReader row) => new(
        new PersonId(row.Id(0)),
        row.GetInt64(1),
        row.GetString(2),
        row.TextOrNull(3),
        row.IdOrNull(4) is { } address ? new AddressId(address) : null,
        row.GetString(5));

    private static Found ReadId(DbDataReader row) => new(new PersonId(row.Id(0)));

    private sealed record Found(PersonId Id);
}
