using NodaTime;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What has been walked: today, this week, this month, or as far back as it is known.</summary>
internal sealed class ProgressDialog(Talks talks) : Dialog(talks, Understanding.Intents.Progress)
{
    private const int DaysKnown = 84;

    protected override void Answer(Talk talk)
    {
        talk.Leave();
        talk.Reply(Said(talk), talk.Ways.Walked(), talk.Ways.Show(), talk.Ways.Tip());
    }

    private static string Said(Talk talk)
    {
        var today = talk.LocalNow.Date;
        return talk.Slots.View switch
        {
            "day" => Since(talk, today) is var (walks, minutes) && walks == 0 ? talk.Say("progress.none-today")
                : talk.Say("progress.today", ("minutes", WeekSoFar.Minutes(minutes)), ("walks", WeekSoFar.Walks(walks))),
            "month" => Since(talk, today.PlusDays(1 - today.Day)) is var (walks, minutes) && walks == 0 ? talk.Say("progress.none-this-month")
                : talk.Say("progress.month", ("minutes", WeekSoFar.Minutes(minutes)), ("walks", WeekSoFar.Walks(walks))),
            "all" => Since(talk, today.PlusDays(1 - DaysKnown)) is var (walks, minutes) && walks == 0 ? talk.Say("progress.none-at-all")
                : talk.Say("progress.all", ("minutes", WeekSoFar.Minutes(minutes)), ("walks", WeekSoFar.Walks(walks)), ("days", Days(talk))),
            _ => WeekSoFar.Say(talk),
        };
    }

    private static (int Walks, int Minutes) Since(Talk talk, LocalDate from) => WeekSoFar.Since(talk, from);

    private static string Days(Talk talk) =>
        talk.Facts.Last84Days.Count(day => day.Walks > 0) is var days && days == 1 ? "1 day" : $"{days} days";
}
