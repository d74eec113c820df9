using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Sending;

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
        return new Reading(this, new FactRows(session, [row.Id]), now).Of(row);
    }

    /// <summary>The same of many; null where the person's own row is damaged. Who is gone is left out.</summary>
    public Dictionary<PersonId, PersonFacts?> Read(Session session, IReadOnlyCollection<PersonId> people)
    {
        var rows = new FactRows(session, people);
        var reading = new Reading(this, rows, clock.GetCurrentInstant());
        return rows.People().ToDictionary(row => row.Id, row => ReadOrNull(reading, row));
    }

    private PersonFacts? ReadOrNull(Reading reading, PersonRow row)
    {
        try
        {
            return reading.Of(row);
        }
        catch (UnreadableRowException)
        {
            UnreadablePerson(log, row.Id.Value);
            return null;
        }
    }

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
    public Person Person(Session session, PersonRow row, Instant now) =>
        new Reading(this, new FactRows(session, [row.Id]), now).Person(row);

    private IDateTimeZoneProvider ZoneData => zones;

    private DateTimeZone? ZoneOf(PersonRow row) => row.Zone is null ? null : zones.GetZoneOrNull(row.Zone);

    private ImmutableArray<Schedule> Schedules(
        IEnumerable<ScheduleRow> rows, Func<IEnumerable<Outgoing>> ledger, DateTimeZone? zone, Instant now)
    {
        var schedules = ImmutableArray.CreateBuilder<Schedule>();
        foreach (var row in rows)
        {
            try
            {
                var schedule = row.Schedule();

                // A one-off that has had its slot still speaks for its nudge while that is on its way: without it the gates would take it
                // for removed.
                if (!row.IsUsedUp(schedule, zone, now) || ledger().Any(nudge => IsUnderWay(nudge, schedule.Id)))
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

    private static bool IsUnderWay(Outgoing row, ScheduleId schedule) =>
        row.Nudge!.Slot.Schedule == schedule && row.State is (OutgoingState.Waiting or OutgoingState.Leased or OutgoingState.Sending);

    [LoggerMessage(1, LogLevel.Error, "Schedule {ScheduleId} cannot be read and is left out.")]
    private static partial void Unreadable(ILogger logger, Guid scheduleId);

    [LoggerMessage(2, LogLevel.Error, "Ledger row {OutgoingId} cannot be read and is left out.")]
    private static partial void UnreadableNudge(ILogger logger, string outgoingId);

    [LoggerMessage(3, LogLevel.Error, "Person {PersonId} cannot be read.")]
    private static partial void UnreadablePerson(ILogger logger, Guid personId);

    /// <summary>One reading of some people's rows, table by table and each table when it is first asked for.</summary>
    private sealed class Reading(Facts facts, FactRows rows, Instant now)
    {
        private readonly Lazy<ILookup<PersonId, Address>> _addresses = new(rows.Addresses);
        private readonly Lazy<ILookup<PersonId, ScheduleRow>> _schedules = new(rows.Schedules);
        private readonly Lazy<ILookup<PersonId, Outgoing>> _ledger = new(() => rows.Ledger(LedgerFrom(now), facts.ReadOrNull));

        // By their own date it may be a day sooner or later.
        private readonly Lazy<ILookup<PersonId, WalkDay>> _days = new(() => rows.Days(now.InUtc().Date.PlusDays(-WalkDays - 1)));
        private HashSet<AddressId>? _gone;
        private Dictionary<string, Instant>? _seen;

        /// <exception cref="UnreadableRowException">The person's own row is damaged.</exception>
        public PersonFacts Of(PersonRow row)
        {
            var person = Person(row);
            var from = now.InZone(Planning.ZoneOf(person, facts.ZoneData) ?? DateTimeZone.Utc).Date.PlusDays(-WalkDays);
            ImmutableArray<WalkDay> days = [.. _days.Value[row.Id].Where(day => day.Date > from)];
            rows.MustBeReadable(row.Id);
            _gone ??= rows.Gone(_addresses.Value.SelectMany(addresses => addresses).Select(address => address.Id));
            return new(person, days, [.. _ledger.Value[row.Id]])
            {
                SeenAt = SeenAt(person),
                Gone = [.. person.Addresses.Select(address => address.Id).Where(_gone.Contains)],
            };
        }

        /// <exception cref="UnreadableRowException">The person's own row is damaged.</exception>
        public Person Person(PersonRow row)
        {
            ImmutableArray<Address> addresses = [.. _addresses.Value[row.Id]];
            rows.MustBeReadable(row.Id);
            var body = PersonBody.Read(row.Body);
            return new Person(
                row.Id,
                row.Version,
                row.Language,
                row.Zone,
                body.Standing,
                addresses,
                row.NudgeAt,
                body.Plan,
                body.Fence,
                body.Quiet,
                facts.Schedules(_schedules.Value[row.Id], () => _ledger.Value[row.Id], facts.ZoneOf(row), now),
                body.Dialog,
                body.Undo,
                body.Alarmed)
            {
                LeftAt = body.LeftAt,
                ZoneAsked = body.ZoneAsked,
                TipsAsked = body.TipsAsked ?? [],
                Parked = body.Parked,
            };
        }

        private Instant? SeenAt(Person person)
        {
            if (person.Addresses.FirstOrDefault(address => address.Id == person.NudgeAt) is not { Channel: Address.WebChat } address)
            {
                return null;
            }

            _seen ??= rows.Seen(_addresses.Value.SelectMany(all => all).Where(one => one.Channel == Address.WebChat)
                .Select(one => one.Conversation));
            return _seen.TryGetValue(address.Conversation, out var seen) ? seen : null;
        }
    }
}
