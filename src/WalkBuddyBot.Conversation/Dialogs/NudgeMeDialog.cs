using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Rules;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A reminder within seconds, through the same door as any other; where it could not come, why, and what can be done.</summary>
internal sealed class NudgeMeDialog(Talks talks) : Dialog(talks, Understanding.Intents.NudgeMe)
{
    // Room for the turn to be committed: a slot that has passed by then would never come.
    private static readonly Duration Soon = Duration.FromSeconds(5);

    protected override void Answer(Talk talk)
    {
        talk.Leave();
        if (talk.Person.NudgeAt is null)
        {
            talk.Reply(talk.Say("reminder.only-alone"), talk.Ways.Help(), talk.Ways.Overview());
            return;
        }

        if (talk.Zone is not { } zone)
        {
            Reminders.Set(talk, new() { Elapsed = Soon }, ask: null);
            return;
        }

        if (WhyNot(talk, zone) is { } reason)
        {
            talk.Reply(reason.Words, reason.Way, talk.Ways.Tip(), talk.Ways.Walked(), talk.Ways.Show());
            return;
        }

        var undo = talk.Undoable("undo.nudge-me");
        var wish = new Schedule(
            new ScheduleId(DerivedId.From("schedule", talk.Heard.Key)), NudgeKind.Walk, new Recurrence.After(talk.Now + Soon), LocalDateTime.MinIsoValue);
        talk.Person = talk.Person with { Schedules = Reminders.Kept(talk, zone).Add(wish) };
        talk.Reply(talk.Say("nudge-me.done"), undo, talk.Ways.Show(), talk.Ways.Help());
    }

    private static (string Words, Choice Way)? WhyNot(Talk talk, DateTimeZone zone)
    {
        var time = (talk.Now + Soon).InZone(zone).TimeOfDay;
        if (Coming.Hold(talk) is { } hold)
        {
            return (hold, talk.Ways.Resume());
        }

        if (talk.Person.HoursAgainst(time) is { } reason)
        {
            return ($"{HoursWords.Against(talk, time, reason)} {talk.Say("nudge-me.nothing")}", HoursQuestion.OtherHours(talk, [time], reason));
        }

        if (NudgeLedger.SentToday(talk) >= talk.Person.Plan.MostPerDay)
        {
            return (talk.Say("nudge-me.enough", ("most", talk.Person.Plan.MostPerDay)), talk.Ways.RemindTomorrow(new(10, 30)));
        }

        return Near(talk) is { } near ? (near, talk.Ways.RemindIn(10))
            : Reminders.IsFull(talk, zone) ? (talk.Say("reminder.too-many", ("most", Reminders.MostReminders)), talk.Ways.Stop())
            : null;
    }

    // One that has just come, or is about to, and this one would be taken for the same.
    private static string? Near(Talk talk)
    {
        var came = NudgeLedger.Newest(talk.Facts, talk.Now, row => row.Nudge is { Slot.Again: 0 } nudge && nudge.Kind == NudgeKind.Walk);
        if (came is not null && talk.Now + Soon - came.NotBefore <= Twins.Near)
        {
            return talk.Say("nudge-me.just-came");
        }

        var walks = talk.Person with { Schedules = talk.Person.Schedules.RemoveAll(schedule => schedule.Kind != NudgeKind.Walk) };
        return Planning.Upcoming(walks, talk.Zones, talk.Now, 1) is [var next] && next.Due - talk.Now - Soon <= Twins.Near
            ? talk.Say("nudge-me.about-to", ("time", SpokenTime.Soon(next.Due, talk.ZoneOrUtc, talk.Now))) : null;
    }
}
