using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// What is known of a person after what a turn has done so far: the second of two wishes in one message counts the walk that the first
/// noted, and "next" does not name what was just taken away.
/// </summary>
internal static class Carried
{
    public static PersonFacts Over(PersonFacts facts, TurnOutcome outcome) =>
        Over(facts, outcome.Effects) with { Person = outcome.After ?? facts.Person };

    public static PersonFacts Over(PersonFacts facts, IEnumerable<Effect> effects) => effects.Aggregate(
        facts,
        (known, effect) => effect switch
    {
        Effect.WalkLogged(var walk) => known with { Last84Days = With(known.Last84Days, walk, 1) },
        Effect.WalkForgotten when facts.Person.Undo?.Walk is { } walk => known with { Last84Days = With(known.Last84Days, walk, -1) },
        Effect.NudgeAnswered(var id, var answer) => EachNudge(
            known, row => row.Id == id ? row with { Nudge = row.Nudge! with { Answer = answer } } : row),
        Effect.CancelWaiting(var reason, var before) => EachNudge(
            known, row => IsCancelled(row, before) ? row with { State = OutgoingState.Dropped, Reason = reason } : row),
        _ => known,
    });

    private static PersonFacts EachNudge(PersonFacts facts, Func<Outgoing, Outgoing> change) =>
        facts with { Nudges30Days = [.. facts.Nudges30Days.Select(row => row.Nudge is null ? row : change(row))] };

    private static bool IsCancelled(Outgoing row, Instant? before) =>
        row.State is OutgoingState.Waiting or OutgoingState.Leased && (before is null || row.NotBefore < before);

    private static ImmutableArray<WalkDay> With(ImmutableArray<WalkDay> days, LoggedWalk walk, int times)
    {
        var there = days.FirstOrDefault(day => day.Date == walk.Date);
        var day = new WalkDay(walk.Date, (there?.Minutes ?? 0) + (times * walk.Minutes), (there?.Walks ?? 0) + times);
        var others = there is null ? days : days.Remove(there);
        return day.Walks <= 0 ? others : others.Add(day);
    }
}
