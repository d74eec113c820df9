using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The walks since Monday, in one sentence.</summary>
internal static class WeekSoFar
{
    /// <summary>With a walk that is being noted just now, if there is one.</summary>
    public static string Say(Talk talk, LoggedWalk? walk = null)
    {
        var monday = talk.LocalNow.Date.PlusDays(1 - (int)talk.LocalNow.DayOfWeek);
        var days = talk.Facts.Last84Days.Where(day => day.Date >= monday).ToList();
        var counts = walk?.Date >= monday ? 1 : 0;
        var walks = days.Sum(day => day.Walks) + counts;
        var minutes = days.Sum(day => day.Minutes) + (counts * (walk?.Minutes ?? 0));
        return (walks, minutes) switch
        {
            (0, _) => walk is null ? talk.Say("walk.none-yet") : talk.Say("walk.week-none"),
            (1, 1) => talk.Say("walk.week-one-minute"),
            (1, _) => talk.Say("walk.week-one", ("minutes", minutes)),
            _ => talk.Say("walk.week-many", ("minutes", minutes), ("walks", walks)),
        };
    }
}
