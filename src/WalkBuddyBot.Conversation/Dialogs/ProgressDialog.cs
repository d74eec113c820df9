using NodaTime;
using WalkBuddyBot.Domain;

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
        return talk.Slots.Date is { } named && named <= today ? Of(talk, named, today) : talk.Slots.View switch
        {
            "day" => Since(talk, today) is var (walks, minutes) && walks == 0 ? talk.Say("progress.none-today")
                : talk.Say("progress.today", ("minutes", WeekSoFar.Minutes(minutes)), ("walks", WeekSoFar.Walks(walks))),
            "month" => Since(talk, today.PlusDays(1 - today.Day)) is var (walks, minutes) && walks == 0
                ? talk.Say("progress.none-this-month")
                : talk.Say("progress.month", ("minutes", WeekSoFar.Minutes(minutes)), ("walks", WeekSoFar.Walks(walks))),
            "all" => Since(talk, today.PlusDays(1 - DaysKnown)) is var (walks, minutes) && walks == 0 ? talk.Say("progress.none-at-all")
                : talk.Say("progress.all", ("minutes", WeekSoFar.Minutes(minutes)), ("walks", WeekSoFar.Walks(walks)), Days(talk)),
            _ => WeekSoFar.Say(talk),
        };
    }

    // A day, week or month that was named: it begins with the date, and ends today at the latest.
    private static string Of(Talk talk, LocalDate from, LocalDate today)
    {
        var end = LocalDate.Min(today, talk.Slots.View switch
        {
            "week" => from.PlusDays(6),
            "month" => from.PlusMonths(1).PlusDays(-1),
            "since" => today,
            _ => from,
        });
        var (walks, minutes) = WeekSoFar.Between(talk, from, end);
        (string, object)[] said =
        [
            ("from", SpokenTime.Day(from)),
            ("to", SpokenTime.Day(end)),
            ("minutes", WeekSoFar.Minutes(minutes)),
            ("walks", WeekSoFar.Walks(walks)),
        ];
        return (from == end, walks) switch
        {
            (true, 0) => talk.Say("progress.none-on", said[0]),
            (true, _) => talk.Say("progress.on", said[0], said[2], said[3]),
            (false, 0) => talk.Say("progress.none-between", said[0], said[1]),
            _ => talk.Say("progress.between", said),
        };
    }

    private static (int Walks, int Minutes) Since(Talk talk, LocalDate from) => WeekSoFar.Since(talk, from);

    private static (string Name, object Value) Days(Talk talk) =>
        ("days", talk.Facts.Last84Days.Count(day => day.Walks > 0) is var days && days == 1 ? "1 day" : $"{days} days");
}
