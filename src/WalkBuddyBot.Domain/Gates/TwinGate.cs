using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>
/// Two planned nudges of a kind that land within five minutes are one: two that were due together, and one that comes late, right after
/// another went out.
/// </summary>
internal sealed class TwinGate : IGate
{
    public static readonly Duration Near = Duration.FromMinutes(5);

    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now)
    {
        if (nudge.Nudge is not { Slot.Again: 0 } planned)
        {
            return null;
        }

        // By the times that were asked for: where a rhythm has its place in the minutes after does not make two of one.
        var due = nudge.NotBefore - Spread.Of(facts, nudge);
        var twin = facts.Nudges30Days.Any(row =>
            row.Id != nudge.Id && row.Nudge is { Slot.Again: 0 } other && other.Kind == planned.Kind && row.MayHaveBeenSeen()
            && (IsNear(row.NotBefore - Spread.Of(facts, row), due) || (row.SettledAt is { } went && IsNear(went, now))));
        return twin ? new Verdict.Drop(DropReasons.Twin) : null;
    }

    private static bool IsNear(Instant one, Instant other) => one - other <= Near && other - one <= Near;
}
