namespace WalkBuddyBot.Conversation.Dialogs.Rules;

/// <summary>A goal in words.</summary>
internal static class GoalWords
{
    /// <summary>What the goal is.</summary>
    public static string Of(Talk talk) => talk.Person.Plan switch
    {
        { MinutesPerWeek: { } minutes } => talk.Say("goal.minutes", ("minutes", WeekSoFar.Minutes(minutes))),
        { WalksPerWeek: > 0 and var walks } => talk.Say("goal.walks", ("walks", WeekSoFar.Walks(walks))),
        _ => talk.Say("goal.none"),
    };

    /// <summary>That it is set, and what follows for the reminders of a day.</summary>
    public static string Set(Talk talk)
    {
        var plan = talk.Person.Plan;
        if (plan is { WalksPerWeek: 0, MinutesPerWeek: null })
        {
            return talk.Say("goal.off");
        }

        var goal = plan.MinutesPerWeek is { } minutes
            ? talk.Say("goal.set-minutes", ("minutes", WeekSoFar.Minutes(minutes)))
            : talk.Say("goal.set-walks", ("walks", WeekSoFar.Walks(plan.WalksPerWeek)));

        // More walks than days: then one walk a day does not silence a day's reminder.
        return plan is { MinutesPerWeek: null, WalksPerWeek: > 7 and var many }
            ? $"{goal} {talk.Say("goal.rest", ("walks", (many + 6) / 7))}" : goal;
    }
}
