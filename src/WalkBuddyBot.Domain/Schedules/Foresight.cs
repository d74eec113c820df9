using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>
/// The days ahead of a person, lived through with the rules that send: what comes, when and why, and what is held back by which gate. Every
/// answer to "when is the next one" is a part of this.
/// </summary>
public static class Foresight
{
    /// <summary>
    /// What lies ahead if nobody says a word meanwhile, soonest first: what waits already, and the slots of every reminder. A recurring
    /// reminder has no end, so take what is needed.
    /// </summary>
    /// <param name="facts">The person as known now.</param>
    /// <param name="gates">What can hold a nudge back.</param>
    /// <param name="zones">Zone data.</param>
    /// <param name="now">Slots strictly later than this; what waits already has its turn from now on.</param>
    /// <param name="passed">
    /// Whether slots that never become rows are shown as well, with the reason: within a pause, after a stop, left out.
    /// </param>
    public static IEnumerable<ForeseenSlot> Of(
        PersonFacts facts, ImmutableArray<IGate> gates, IDateTimeZoneProvider zones, Instant now, bool passed)
    {
        var person = facts.Person;
        if (Planning.ZoneOf(person, zones) is not { } zone)
        {
            yield break;
        }

        // Two at one instant go as their rows do: what is planned already, then in the order of their slots, then of the reminders.
        var queue = new PriorityQueue<(Ahead Ahead, int Place), (Instant At, Instant Slot, int Place)>();
        foreach (var row in facts.Nudges30Days.Where(IsWaiting))
        {
            Enqueue(Ahead.Of(facts, row, now), queue.Count);
        }

        var home = person.Addresses.FirstOrDefault(address => address.Id == person.NudgeAt);
        for (var place = 0; home is not null && place < person.Schedules.Length; place++)
        {
            EnqueueNext(person.Schedules[place], place, now);
        }

        var lived = facts;
        while (queue.TryDequeue(out var first, out _))
        {
            var (next, place) = first;
            if (next is { Waits: false, Schedule: { } schedule })
            {
                EnqueueNext(schedule, place, next.Slot.Due);
            }

            if (IsOver(facts, next))
            {
                continue;
            }

            var skipped = Skipped(person, next);
            var verdict = gates.Ask(lived, next.Row, next.At);
            if (verdict is Verdict.Wait(var until, _) && until > next.At)
            {
                Enqueue(next with { At = until }, place);
                continue;
            }

            // A walk taken, or "not today" said, is why today's slots were left out.
            var held = (verdict as Verdict.Drop)?.Reason ?? skipped;
            lived = held is null ? Lived(lived, next.Row with { State = OutgoingState.Sent }) : lived;
            yield return new(next.Slot, next.Row.Nudge!.Kind, next.Schedule, next.Why, next.At, held, skipped is null);
        }

        void Enqueue(Ahead ahead, int place) =>
            queue.Enqueue((ahead, place), (ahead.At, ahead.Waits ? Instant.MinValue : ahead.Slot.Due, place));

        void EnqueueNext(Schedule schedule, int place, Instant after)
        {
            var next = passed ? Bare(schedule).Next(zone, after) : Planning.Next(person, schedule, zones, after);
            if (next is not null)
            {
                Enqueue(Ahead.Of(person, home!, schedule, next), place);
            }
        }
    }

    private static bool IsWaiting(Outgoing row) => row is { Nudge: not null, State: OutgoingState.Waiting or OutgoingState.Leased };

    // The wish alone, with nothing passed over.
    private static Schedule Bare(Schedule schedule) =>
        schedule with { When = schedule.When with { LeftOut = null }, DoneThrough = LocalDateTime.MinIsoValue };

    // Its row is there already, or it was a one-off that the person took away.
    private static bool IsOver(PersonFacts facts, Ahead next) => !next.Waits
        && (facts.Nudges30Days.Any(row => row.Id == next.Row.Id)
            || (next.Schedule is { When: Recurrence.Once or Recurrence.After } once && next.Slot.Slot.At <= once.DoneThrough));

    // What the planner passes over.
    private static string? Skipped(Person person, Ahead next) => next is not { Waits: false, Schedule: { } schedule } ? null
        : person.Standing.Holds(next.Slot.Due)
            ?? (next.Slot.Slot.At <= schedule.DoneThrough
                || (schedule.When is Recurrence.Weekly or Recurrence.Every && schedule.When.LeavesOut(next.Slot.Slot.At.Date))
                ? DropReasons.LeftOut
                : null);

    private static PersonFacts Lived(PersonFacts facts, Outgoing row) =>
        facts with { Nudges30Days = [.. facts.Nudges30Days.Where(other => other.Id != row.Id), row] };
}
