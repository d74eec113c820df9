using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Sending;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.People;

/// <summary>All that code may know of a person, read at one moment.</summary>
internal sealed partial class Facts(IDateTimeZoneProvider zones, IClock clock, ILogger<Facts> log)
{
    private const int WalkDays = 84;
    private static readonly Duration Ledger = Duration.FromDays(30);

    /// <exception cref="UnreadableRowException">The person's own row is damaged. A damaged schedule is left out.</exception>
    public PersonFacts Read(Session session, PersonRow row)
    {
        var now = clock.GetCurrentInstant();
        var person = Person(session, row, now);
        var zone = Planning.ZoneOf(person, zones) ?? DateTimeZone.Utc;
        var days = session.All(
            "SELECT date, sum(minutes), count(*) FROM walk WHERE person = @person AND date > @from GROUP BY date ORDER BY date",
            walk => new WalkDay(walk.Date(0), walk.GetInt32(1), walk.GetInt32(2)),
            ("@person", row.Id.Value.Blob()),
            ("@from", now.InZone(zone).Date.PlusDays(-WalkDays).Iso()));
        var rows = session.All(
            $"""
            SELECT {OutgoingRows.ColumnsWithoutBody} FROM outgoing
            WHERE person = @person AND schedule IS NOT NULL AND (not_before >= @from OR state IN ('Waiting', 'Leased', 'Sending'))
            ORDER BY not_before, seq
            """,
            ReadOrNull,
            ("@person", row.Id.Value.Blob()),
            ("@from", LedgerFrom(now)));
        return new(person, [.. days], [.. rows.OfType<Outgoing>()])
        {
            SeenAt = SeenAt(session, person),
            Gone = [.. person.Addresses.Select(address => address.Id).Where(address => ReferenceStore.IsGone(session, address))],
        };
    }

    private static Instant? SeenAt(Session session, Person person) =>
        person.Addresses.FirstOrDefault(address => address.Id == person.NudgeAt) is { Channel: Address.WebChat } address
        && session.Number("SELECT seen_at FROM conversation WHERE id = @id", ("@id", address.Conversation)) is { } seen
            ? Instant.FromUnixTimeMilliseconds(seen)
            : null;

    /// <summary>Where the ledger that facts hold begins.</summary>
    public static long LedgerFrom(Instant now) => (now - Ledger).ToUnixTimeMilliseconds();

    // One damaged row of the ledger must not take the person's voice away.
    private Outgoing? ReadOrNull(DbDataReader row)
    {
        try
        {
            return OutgoingRows.Read(row);
        }
        catch (UnreadableRowException)
        {
            UnreadableNudge(log, OutgoingRows.IdOf(row));
            return null;
        }
    }

    /// <summary>The person alone, as the row and its schedules say.</summary>
    public Person Person(Session session, PersonRow row, Instant now)
    {
        var body = StoreJson.Read<PersonBody>(row.Body);
        return new Person(
            row.Id,
            row.Version,
            row.Language,
            row.Zone,
            body.Standing,
            AddressRows.Of(session, row.Id),
            row.NudgeAt,
            body.Plan,
            body.Fence,
            body.Quiet,
            Schedules(ScheduleRow.Of(session, row.Id), UnderWay(session, row.Id), ZoneOf(row), now),
            body.Dialog,
            body.Undo,
            body.Alarmed)
        {
            LeftAt = body.LeftAt,
            TipsAsked = body.TipsAsked ?? [],
            Parked = body.Parked,
        };
    }

    private DateTimeZone? ZoneOf(PersonRow row) => row.Zone is null ? null : zones.GetZoneOrNull(row.Zone);

    // A one-off that has had its slot still speaks for its nudge while that is on its way: without it the gates would take it for removed.
    private static HashSet<ScheduleId> UnderWay(Session session, PersonId person) =>
    [
        .. session.All(
            """
            SELECT DISTINCT schedule FROM outgoing
            WHERE person = @person AND schedule IS NOT NULL AND state IN ('Waiting', 'Leased', 'Sending')
            """,
            row => new ScheduleId(row.Id(0)),
            ("@person", person.Value.Blob())),
    ];

    private ImmutableArray<Schedule> Schedules(List<ScheduleRow> rows, HashSet<ScheduleId> underWay, DateTimeZone? zone, Instant now)
    {
        var schedules = ImmutableArray.CreateBuilder<Schedule>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                var schedule = row.Schedule();
                if (underWay.Contains(schedule.Id) || !row.IsUsedUp(schedule, zone, now))
                {
                    schedules.Add(schedule);
                }
            }
            catch (UnreadableRowException)
            {
                Unreadable(log, row.Id.Value);
            }
        }

        return schedules.ToImmutable();
    }

    [LoggerMessage(1, LogLevel.Error, "Schedule {ScheduleId} cannot be read and is left out.")]
    private static partial void Unreadable(ILogger logger, Guid scheduleId);

    [LoggerMessage(2, LogLevel.Error, "Ledger row {OutgoingId} cannot be read and is left out.")]
    private static partial void UnreadableNudge(ILogger logger, string outgoingId);
}
