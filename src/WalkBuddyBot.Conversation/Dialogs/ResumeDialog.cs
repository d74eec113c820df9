using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>On again, from now on: nothing that was missed comes late.</summary>
internal sealed class ResumeDialog(Talks talks) : Dialog(talks, Understanding.Intents.Resume)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        if (talk.Person.Standing.Holds(talk.Now) is null)
        {
            var on = talk.Person.Schedules.IsEmpty ? talk.Say("show.none") : $"{talk.Say("resume.already-on")} {Coming.Next(talk, 3)}";
            talk.Reply(on, [.. Offers(talk)]);
            return;
        }

        var missed = Missed(talk);
        var undo = talk.Undoable("undo.resume");
        talk.Person = talk.Person with
        {
            Standing = new Standing.On(),
            Schedules = [.. talk.Person.Schedules.Select(schedule => Spent.FromNow(schedule, talk.LocalNow))],
        };
        var text = $"{talk.Say("resume.done")} {Coming.Next(talk, 3)}{missed}";
        talk.Reply(text, [undo, .. Offers(talk)]);
    }

    private static IEnumerable<Choice> Offers(Talk talk) =>
        talk.Person.Schedules.IsEmpty ? [talk.Ways.Weekdays(), talk.Ways.Help()] : [talk.Ways.Show(), talk.Ways.Stop()];

    private static string Missed(Talk talk)
    {
        var missed = talk.Person.Schedules
            .Where(schedule => Spent.Long(schedule, talk.ZoneOrUtc, talk.Now, NodaTime.Duration.Zero) && !Came(talk, schedule))
            .Select(schedule => SpokenWish.Of(schedule.When, talk.ZoneOrUtc)).ToList();
        return missed.Count == 0 ? "" : " " + talk.Say("resume.missed", ("missed", string.Join("; ", missed)));
    }

    private static bool Came(Talk talk, Schedule schedule) =>
        talk.Facts.Nudges30Days.Any(row => row.Nudge?.Slot.Schedule == schedule.Id
            && row.State is OutgoingState.Sent or OutgoingState.Uncertain);
}
