using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Preview;

/// <summary>
/// Lives through a person's days ahead of time: their slots in order, each asked of the gates with a ledger that holds those before it.
/// </summary>
internal sealed class NudgePreview(NudgeKinds kinds, IDateTimeZoneProvider zones, IOptions<AwayOptions> away) : INudgePreview
{
    private readonly ImmutableArray<IGate> _gates = Gates.All(zones, Duration.FromDays(away.Value.UnseenDays));

    public IReadOnlyList<PreviewedNudge> Of(PersonFacts facts, Instant now, Instant from, Instant to)
    {
        // Due at the same instant, those of the earlier reminder go first, as their rows do.
        var ahead = new PriorityQueue<Ahead, (Instant At, int Place)>();
        foreach (var one in Waiting(facts, now).Concat(Slots(facts, now, to)))
        {
            ahead.Enqueue(one, (one.At, ahead.Count));
        }

        var previewed = new List<PreviewedNudge>();
        var lived = facts;
        while (ahead.TryDequeue(out var next, out var place) && next.At < to)
        {
            var held = next.Planned ? null : facts.Person.Standing.Holds(next.At);
            var verdict = held is null ? Ask(lived, next) : new Verdict.Drop(held);
            if (verdict is Verdict.Wait(var until, _) && until > next.At)
            {
                ahead.Enqueue(next with { At = until }, (until, place.Place));
                continue;
            }

            var gate = (verdict as Verdict.Drop)?.Reason;
            if (held is null)
            {
                lived = Lived(lived, next.Row with { State = gate is null ? OutgoingState.Sent : OutgoingState.Dropped, Reason = gate });
            }

            if (next.At >= from)
            {
                previewed.Add(Show(facts, next, gate, planned: held is null));
            }
        }

        return previewed;
    }

    private Verdict? Ask(PersonFacts facts, Ahead next) =>
        _gates.Ask(facts, next.Row, next.At)
        ?? (kinds.Find(next.Row.Nudge!.Kind) is null ? new Verdict.Drop(DropReasons.UnknownKind) : null);

    private static PersonFacts Lived(PersonFacts facts, Outgoing row) =>
        facts with { Nudges30Days = [.. facts.Nudges30Days.Where(other => other.Id != row.Id), row] };

    // Planned or snoozed already; what waits for its turn goes at once.
    private static IEnumerable<Ahead> Waiting(PersonFacts facts, Instant now) => facts.Nudges30Days
        .Where(row => row.Nudge is not null && row.State is OutgoingState.Waiting or OutgoingState.Leased)
        .Select(row => new Ahead(row, Instant.Max(row.NotBefore, now), Shifted: false, Planned: true));

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
            var after = now - Duration.Epsilon;
            while (schedule.Next(zone, after) is { } slot && slot.Due < to)
            {
                var row = Outgoing.NudgeFor(person.Id, home, slot.Slot, schedule.Kind, slot.Due, kinds.GraceOf(schedule.Kind));
                yield return new(row, slot.Due, slot.Shifted, Planned: false);
                after = slot.Due;
            }
        }
    }

    private PreviewedNudge Show(PersonFacts facts, Ahead next, string? gate, bool planned)
    {
        var row = next.Row;
        var zone = facts.Person.ZoneOrUtc(zones);
        return new(
            row.Person ?? facts.Person.Id,
            row.Lane,
            row.Nudge!.Slot,
            row.Nudge.Kind,
            next.At,
            zone,
            Rule(facts, row.Nudge, zone),
            next.Shifted,
            gate,
            planned,
            row.Stale - row.NotBefore);
    }

    private static string Rule(PersonFacts facts, Nudge nudge, DateTimeZone zone) => facts.ScheduleOf(nudge) switch
    {
        _ when nudge.Slot.Again > 0 => "snoozed",
        { } schedule => SpokenWish.Of(schedule.When, zone),
        null => "planned before",
    };

    private sealed record Ahead(Outgoing Row, Instant At, bool Shifted, bool Planned);
}
