using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Not today, not the next one, or not on a day to come. What is left out counts for nothing, good or bad.</summary>
internal sealed class SkipDialog(Talks talks) : Dialog(talks, Understanding.Intents.Skip)
{
    private static readonly Duration JustNow = Duration.FromHours(1);

    protected override void Answer(Talk talk)
    {
        var nudge = NudgePress.Target(talk, NudgeAnswer.NotToday, out var replied);
        if (replied)
        {
            return;
        }

        talk.Leave();
        if (nudge is null && talk.Person.Schedules.IsEmpty)
        {
            talk.Reply(talk.Say("skip.nothing"), talk.Ways.Weekdays(), talk.Ways.Help());
            return;
        }

        // Which day or which reminder was meant is not plain, and none is left out by guess.
        if (talk.Meaning.Ask is not null)
        {
            talk.Reply($"{talk.Say("skip.cannot")} {Coming.Hold(talk) ?? Coming.Next(talk)}", SkipToday(talk), talk.Ways.Show(),
                talk.Ways.Help());
            return;
        }

        if (talk.Heard.About is null && talk.Slots.FromTime is { } time)
        {
            AtTime(talk, time);
            return;
        }

        // "This one" said to a nudge that has just come is that nudge.
        var toNudge = nudge is not null && nudge.NotBefore > talk.Now - JustNow;
        if (talk.Heard.About is null && talk.Slots.Which is { } which && which != "today" && !(which == "next" && toNudge))
        {
            SlotsToCome(talk, which);
            return;
        }

        Today(talk, nudge);
    }

    private static Choice SkipToday(Talk talk) => Ways.Typed(talk.Say("choice.skip-today"));

    private static void Today(Talk talk, Outgoing? nudge)
    {
        var undo = talk.Undoable("undo.skip");
        if (nudge is not null)
        {
            talk.Do(new Effect.NudgeAnswered(nudge.Id, NudgeAnswer.NotToday));
        }

        // A press on yesterday's nudge says nothing about today.
        var today = nudge is null || talk.Heard.About is null || nudge.NotBefore.InZone(talk.ZoneOrUtc).Date == talk.LocalNow.Date;
        if (today)
        {
            RestOfDay.NotToday(talk);
        }

        var text = today ? talk.Say("skip.today") : talk.Say("skip.that-day");
        talk.Reply($"{text} {Coming.Hold(talk) ?? Coming.Next(talk, 3)}", undo, talk.Ways.Show(), talk.Ways.Tip());
        if (nudge is not null)
        {
            talk.Fold(nudge.Id, text, undo);
        }
    }

    // "Skip the 4pm": the next one, if it comes then; what comes before it is not left out with it.
    private static void AtTime(Talk talk, LocalTime time)
    {
        var next = Planning.Upcoming(talk.Person, talk.Zones, talk.Now, 1);
        var at = next is [var first] ? first.Due.InZone(talk.ZoneOrUtc).TimeOfDay : (LocalTime?)null;
        if (at == time || (talk.Slots.Open.Contains(time) && at == time.PlusHours(12)))
        {
            SlotsToCome(talk, "next");
            return;
        }

        talk.Reply($"{talk.Say("skip.cannot")} {Coming.Hold(talk) ?? Coming.Next(talk)}", talk.Ways.Show(), talk.Ways.Help());
    }

    private static Person? Weekend(Talk talk)
    {
        var before = talk.Person;
        var saturday = talk.LocalNow.Date.PlusDays(-1).Next(IsoDayOfWeek.Saturday);
        LocalDate[] days = talk.LocalNow.DayOfWeek == IsoDayOfWeek.Sunday ? [talk.LocalNow.Date] : [saturday, saturday.PlusDays(1)];
        foreach (var day in days)
        {
            talk.Person = Passing.Day(talk, day) ?? talk.Person;
        }

        var after = talk.Person;
        talk.Person = before;
        return ReferenceEquals(after, before) ? null : after;
    }

    private static void SlotsToCome(Talk talk, string which)
    {
        LocalDate? date = LocalDatePattern.Iso.Parse(which) is { Success: true } named ? named.Value : null;
        var before = Planning.Upcoming(talk.Person, talk.Zones, talk.Now, 1);
        var weekend = which == SkipStage.Weekend;
        var after = weekend ? Weekend(talk) : date is { } on ? Passing.Day(talk, on)
            : before is [var first] ? Passing.One(talk.Person, talk.Zones, talk.Now, first)
            : null;
        if (before is [var next] && after is not null)
        {
            var undo = talk.Undoable("undo.skip-to-come");
            talk.Person = talk.Person with { Schedules = after.Schedules };
            var left = weekend ? talk.Say("skip.weekend") : date is { } day ? SpokenTime.Day(day)
                : SpokenTime.Moment(next.Due, talk.ZoneOrUtc);
            talk.Reply($"{talk.Say("skip.left-out", ("when", left))} {Coming.Next(talk, 3)}", undo, talk.Ways.Show(), talk.Ways.Tip());
            return;
        }

        var none = weekend ? talk.Say("skip.none-weekend") : date is { } empty && Passing.IsFree(talk, empty)
            ? talk.Say("skip.none-then", ("day", SpokenTime.Day(empty))) : talk.Say("skip.cannot");
        talk.Reply($"{none} {Coming.Hold(talk) ?? Coming.Next(talk)}", talk.Ways.Show(), talk.Ways.Help());
    }
}
