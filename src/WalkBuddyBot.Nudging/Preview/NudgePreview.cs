using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging.Planning;

namespace WalkBuddyBot.Nudging.Preview;

/// <summary>
/// Lives through a person's days ahead of time: their slots in order, each asked of the gates with a ledger that holds those before it.
/// </summary>
internal sealed class NudgePreview(NudgeKinds kinds, IDateTimeZoneProvider zones, IOptions<AwayOptions> away) : INudgePreview
{
    // As far back as the ledger that gates are shown.
    private static readonly Duration Ledger = Duration.FromDays(30);

    private readonly ImmutableArray<IGate> _gates = Gates.All(zones, Duration.FromDays(away.Value.UnseenDays));

    public IReadOnlyList<PreviewedNudge> Of(PersonFacts facts, Instant now, Instant from, Instant to)
    {
        // Due at the same instant, those planned before go first, and of these those of the earlier reminder, as their rows do.
        var ahead = new PriorityQueue<Ahead, (Instant At, Instant Planned, int Place)>();
        foreach (var one in Waiting(facts, now).Concat(Slots(facts, now, to)))
        {
            ahead.Enqueue(one, (one.At, one.Planned ?? Instant.MinValue, ahead.Count));
        }

        var previewed = new List<PreviewedNudge>();
        var rules = new Rules(facts, zones);
        var lived = facts;
        while (ahead.TryDequeue(out var next, out var order) && next.At < to)
        {
            // The planner passes over a slot that falls into a pause; one that is planned already meets the gates.
            var held = next.Planned is { } planned ? facts.Person.Standing.Holds(planned) : null;
            var verdict = held is null ? Ask(lived, next) : new Verdict.Drop(held);
            if (verdict is Verdict.Wait(var until, _) && until > next.At)
            {
                ahead.Enqueue(next with { At = until }, (until, order.Planned, order.Place));
                continue;
            }

            var gate = (verdict as Verdict.Drop)?.Reason;
            if (held is null)
            {
                var state = gate is null ? OutgoingState.Sent : OutgoingState.Dropped;
                lived = Lived(lived, next.Row with { State = state, Reason = gate }, next.At);
            }

            if (next.At >= from)
            {
                previewed.Add(Show(rules, next, gate, planned: held is null));
            }
        }

        return previewed;
    }

    private Verdict? Ask(PersonFacts facts, Ahead next) =>
        _gates.Ask(facts, next.Row, next.At)
        ?? (kinds.Find(next.Row.Nudge!.Kind) is null ? new Verdict.Drop(DropReasons.UnknownKind) : null);

    private static PersonFacts Lived(PersonFacts facts, Outgoing row, Instant now)
    {
        var rows = ImmutableArray.CreateBuilder<Outgoing>(facts.Nudges30Days.Length + 1);
        foreach (var other in facts.Nudges30Days)
        {
            if (other.Id != row.Id && other.NotBefore > now - Ledger)
            {
                rows.Add(other);
            }
        }

        rows.Add(row);
        return facts with { Nudges30Days = rows.DrainToImmutable() };
    }

    // Planned or snoozed already; what waits for its turn goes at once.
    private static IEnumerable<Ahead> Waiting(PersonFacts facts, Instant now) => facts.Nudges30Days
        .Where(row => row.Nudge is not null && row.State is OutgoingState.Waiting or OutgoingState.Leased)
        .Select(row => new Ahead(row, Instant.Max(row.NotBefore, now), Planned: null));

    // Every slot, also those that a pause passes over: the preview says so. Nobody without a zone or an address has any.
    private IEnumerable<Ahead> Slots(PersonFacts facts, Instant now, Instant to)
    {
        var person = facts.Person;
        if (Domain.Planning.ZoneOf(person, zones) is not { } zone
            || person.Addresses.FirstOrDefault(address => address.Id == person.NudgeAt) is not { } home)
        {
            yield break;
        }

        foreach (var schedule in person.Schedules)
        {
            var left = schedule;
            var after = now - Duration.Epsilon;
            while (left.Next(zone, after) is { } slot && slot.Due < to)
            {
                var spread = NudgePlanner.Spread(new DueSchedule(person.Id, home, zone.Id, schedule, slot));
                var row = Outgoing.NudgeFor(person.Id, home, slot.Slot, schedule.Kind, slot.Due + spread, kinds.GraceOf(schedule.Kind));
                yield return new(row, row.NotBefore, slot.Due);
                left = left with { DoneThrough = slot.Slot.At };
                after = slot.Due;
            }
        }
    }

    private static PreviewedNudge Show(Rules rules, Ahead next, string? gate, bool planned)
    {
        var row = next.Row;
        var nudge = row.Nudge!;
        return new(
            row.Person ?? rules.Person,
            row.Lane,
            nudge.Slot,
            nudge.Kind,
            next.At,
            rules.Zone,
            rules.Words(nudge),
            rules.Clocks(nudge),
            gate,
            planned,
            row.Stale - row.NotBefore);
    }

    /// <param name="Row">As it stands or will stand in the outbox.</param>
    /// <param name="At">When it is its turn.</param>
    /// <param name="Planned">When the planner will find its slot; null where it did already.</param>
    private sealed record Ahead(Outgoing Row, Instant At, Instant? Planned);
}
