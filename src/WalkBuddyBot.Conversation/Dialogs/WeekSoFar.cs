using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The walks since Monday, in one true sentence, beside the goal where there is one.</summary>
internal static class WeekSoFar
{
    /// <summary>With the walks that are being noted just now, if there are any.</summary>
    public static string Say(Talk talk, LoggedWalk? walk = null, int noted = 1)
    {
        var monday = talk.LocalNow.Date.PlusDays(1 - (int)talk.LocalNow.DayOfWeek);
        var (walks, minutes) = Since(talk, monday);
        var counts = walk?.Date >= monday ? noted : 0;
        walks += counts;
        minutes += counts * (walk?.Minutes ?? 0);
        if (walks == 0)
        {
            return walk is null ? talk.Say("walk.none-yet") : talk.Say("walk.week-none");
        }

        var (took, many, goal) = (("minutes", (object)Minutes(minutes)), ("walks", (object)Walks(walks)), talk.Person.Plan);
        return goal switch
        {
            { MinutesPerWeek: { } most } when minutes >= most => talk.Say("walk.week-minutes-reached", took, many, ("goal", Minutes(most))),
            { MinutesPerWeek: { } most } => talk.Say("walk.week-minutes", took, many, ("goal", Minutes(most))),
            _ when goal.WalksPerWeek > 0 && walks >= goal.WalksPerWeek =>
                talk.Say("walk.week-reached", took, many, ("goal", Walks(goal.WalksPerWeek))),
            _ when goal.WalksPerWeek > 0 => talk.Say("walk.week-goal", took, many, ("goal", goal.WalksPerWeek)),
            _ => talk.Say("walk.week", took, many),
        };
    }

    /// <summary>Walks and minutes from a date until today.</summary>
    public static (int Walks, int Minutes) Since(Talk talk, LocalDate from) => Between(talk, from, talk.LocalNow.Date);

    /// <summary>Walks and minutes from a date to another, both included.</summary>
    public static (int Walks, int Minutes) Between(Talk talk, LocalDate from, LocalDate to)
    {
        var days = talk.Facts.Last84Days.Where(day => day.Date >= from && day.Date <= to).ToList();
        return (days.Sum(day => day.Walks), days.Sum(day => day.Minutes));
    }

    /// <summary>"1 minute", "30 minutes": minutes are not turned into hours, since they are added up.</summary>
    public static string Minutes(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";

    /// <summary>"1 walk", "3 walks".</summary>
    public static string Walks(int walks) => walks == 1 ? "1 walk" : $"{walks} walks";
}
