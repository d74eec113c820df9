using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Preview;

/// <summary>A person's days ahead, by the same foresight that answers "when is the next one".</summary>
internal sealed class NudgePreview(NudgeKinds kinds, IDateTimeZoneProvider zones, IOptions<AwayOptions> away) : INudgePreview
{
    private readonly ImmutableArray<IGate> _gates = Gates.All(zones, Duration.FromDays(away.Value.UnseenDays));

    public IReadOnlyList<PreviewedNudge> Of(PersonFacts facts, Instant now, Instant from, Instant to)
    {
        // What is due at this very instant lies ahead too.
        var ahead = Foresight.Of(facts, _gates, zones, now - Duration.Epsilon, passed: true);
        var rules = new Rules(facts, zones);
        var waiting = facts.Nudges30Days.Where(row => row is { Nudge: not null, State: OutgoingState.Waiting or OutgoingState.Leased })
            .ToDictionary(row => row.Nudge!.Slot);
        var previewed = new List<PreviewedNudge>();
        foreach (var slot in ahead.TakeWhile(slot => slot.Place < to))
        {
            var at = Instant.Max(slot.Place, now);
            if (at >= from)
            {
                previewed.Add(Show(rules, slot, at, waiting.GetValueOrDefault(slot.Slot.Slot)));
            }
        }

        return previewed;
    }

    private PreviewedNudge Show(Rules rules, ForeseenSlot slot, Instant at, Outgoing? row) => new(
        rules.Person,
        row?.Lane ?? rules.Lane,
        slot.Slot.Slot,
        slot.Kind,
        at,
        rules.Zone,
        rules.Words(slot),
        rules.Clocks(slot),
        slot.HeldBy ?? (kinds.Find(slot.Kind) is null ? DropReasons.UnknownKind : null),
        slot.Planned,
        row is null ? kinds.GraceOf(slot.Kind) : row.Stale - row.NotBefore);
}
