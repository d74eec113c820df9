using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What is known of a person after the first of two wishes in one message: the second counts the walk that the first noted.</summary>
internal static class Carried
{
    public static PersonFacts Over(PersonFacts facts, TurnOutcome outcome)
    {
        var days = facts.Last84Days;
        foreach (var effect in outcome.Effects)
        {
            days = effect switch
            {
                Effect.WalkLogged(var walk) => With(days, walk, 1),
                Effect.WalkForgotten when facts.Person.Undo?.Walk is { } walk => With(days, walk, -1),
                _ => days,
            };
        }

        return facts with { Person = outcome.After ?? facts.Person, Last84Days = days };
    }

    private static ImmutableArray<WalkDay> With(ImmutableArray<WalkDay> days, LoggedWalk walk, int times)
    {
        var there = days.FirstOrDefault(day => day.Date == walk.Date);
        var day = new WalkDay(walk.Date, (there?.Minutes ?? 0) + (times * walk.Minutes), (there?.Walks ?? 0) + times);
        var others = there is null ? days : days.Remove(there);
        return day.Walks <= 0 ? others : others.Add(day);
    }
}
