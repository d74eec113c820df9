using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Rules;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The nudge comes again in a while, three times a day at most.</summary>
internal sealed class SnoozeDialog(Talks talks) : Dialog(talks, Understanding.Intents.Snooze)
{
    /// <summary>The undo step's name.</summary>
    public const string UndoKey = "undo.snooze";

    private const int UsualMinutes = 30;
    private const int MostMinutes = 720;
    private const int MostAgain = 3;

    private static readonly Duration Grace = Duration.FromMinutes(60);

    protected override void Answer(Talk talk)
    {
        var nudge = NudgePress.Target(talk, NudgeAnswer.Snoozed, out var replied);
        if (replied)
        {
            return;
        }

        talk.Leave();
        var minutes = talk.Slots.Minutes ?? (int?)talk.Slots.Elapsed?.TotalMinutes ?? UsualMinutes;
        if (minutes is < 1 or > MostMinutes)
        {
            Refusals.Say(talk, Refusals.Snooze);
            return;
        }

        if (nudge is null)
        {
            NothingToSnooze(talk, minutes);
            return;
        }

        if (talk.Meaning.Ask == Asks.Minutes)
        {
            talk.Reply(talk.Say("snooze.how-long"), talk.Ways.Snooze(15), talk.Ways.Snooze(30), talk.Ways.Snooze(60));
            return;
        }

        if (Coming.Hold(talk) is { } hold)
        {
            talk.Reply($"{talk.Say("snooze.held")} {hold}", talk.Ways.Resume(), talk.Ways.Walked(), talk.Ways.Show());
            return;
        }

        // A snooze that was taken back has used its number up: the ledger knows it for good.
        var again = NudgeLedger.LastAgain(talk.Facts, nudge.Nudge!.Slot) + 1;
        if (again > MostAgain)
        {
            Tomorrow(talk, nudge.Nudge, talk.Say("snooze.enough", ("most", MostAgain)));
            return;
        }

        if (NudgeLedger.SnoozedToday(talk) >= MostAgain)
        {
            Tomorrow(talk, nudge.Nudge, talk.Say("snooze.enough-today", ("most", MostAgain)));
            return;
        }

        if (KeptBack(talk, talk.Now + Duration.FromMinutes(minutes)) is { } reason)
        {
            talk.Reply($"{reason} {Coming.Next(talk)}", talk.Ways.Snooze(15), talk.Ways.Walked(), talk.Ways.Show());
            return;
        }

        Again(talk, nudge, nudge.Nudge.Slot with { Again = again }, minutes);
    }

    // Why it could not come back then: after the person's hours, or because the day has had its most.
    private static string? KeptBack(Talk talk, Instant due)
    {
        var time = due.InZone(talk.ZoneOrUtc).TimeOfDay;
        return talk.Person.HoursAgainst(time) is { } reason ? $"{HoursWords.Against(talk, time, reason)} {talk.Say("snooze.not-then")}"
            : NudgeLedger.SentToday(talk) >= talk.Person.Plan.MostPerDay && due.InZone(talk.ZoneOrUtc).Date == talk.LocalNow.Date
                ? talk.Say("snooze.day-full", ("most", talk.Person.Plan.MostPerDay))
            : null;
    }

    private static void Again(Talk talk, Outgoing nudge, Slot slot, int minutes)
    {
        var due = talk.Now + Duration.FromMinutes(minutes);
        talk.Do(new Effect.NudgeAnswered(nudge.Id, NudgeAnswer.Snoozed));
        talk.Do(new Effect.Snoozed(slot, nudge.Nudge!.Kind, due, Grace));
        var undo = talk.Undoable(UndoKey);
        var back = talk.Zone is { } zone
            ? talk.Say("snooze.back-at", ("time", SpokenTime.Soon(due, zone, talk.Now)))
            : talk.Say("snooze.back-in", ("length", SpokenTime.Length(minutes)));
        talk.Reply(back, undo, talk.Ways.Walked(), talk.Ways.Show(), talk.Ways.Stop());
        talk.Fold(nudge.Id, back, talk.Ways.Walked());
    }

    private static void Tomorrow(Talk talk, Nudge nudge, string enough)
    {
        // The slot of a moment that was counted in elapsed time stands in UTC.
        var at = talk.Facts.ScheduleOf(nudge)?.When is Recurrence.After after
            ? after.At.InZone(talk.ZoneOrUtc).TimeOfDay : nudge.Slot.At.TimeOfDay;
        talk.Reply(enough, talk.Ways.RemindTomorrow(at), talk.Ways.Walked(), talk.Ways.Show());
    }

    private static void NothingToSnooze(Talk talk, int minutes)
    {
        if (NudgeLedger.Snoozed(talk.Facts, talk.Now) is { } waiting)
        {
            talk.Reply(
                talk.Say("snooze.waits-already", ("time", SpokenTime.Soon(waiting.NotBefore, talk.ZoneOrUtc, talk.Now))),
                talk.Ways.Walked(),
                talk.Ways.Show());
            return;
        }

        // "Remind me in 20 minutes" puts off what has come, and where nothing has it is a wish of its own.
        if ((talk.Heard.Text ?? talk.Heard.Inputs.GetValueOrDefault("say"))?.Contains("remind", StringComparison.OrdinalIgnoreCase) == true)
        {
            Reminders.Set(talk, new() { Elapsed = Duration.FromMinutes(minutes) }, ask: null);
            return;
        }

        talk.Reply(talk.Say("snooze.nothing"), talk.Ways.RemindIn(minutes), talk.Ways.Weekdays(), talk.Ways.Show());
    }
}
