using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>How things stand: on, held or off, why, the zone, the reminders and what comes next.</summary>
internal sealed class ShowScheduleDialog(Talks talks) : Dialog(talks, Understanding.Intents.ShowSchedule)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        var hold = Coming.Hold(talk);
        if (Coming.Wishes(talk) is not { } wishes)
        {
            var none = talk.Say("show.none");
            talk.Reply(hold is null ? none : $"{none} {hold}", talk.Ways.Weekdays(), talk.Ways.SetReminder(), talk.Ways.Help());
            return;
        }

        string?[] sentences =
        [
            hold ?? talk.Say("show.on"),
            talk.Say("show.reminders", ("wishes", wishes)),
            talk.Say("show.zone", ("zone", talk.Person.Zone ?? "UTC")),
            talk.Person.Standing is Standing.Stopped ? null : Coming.Next(talk, 3),
            Held.Say(talk),
        ];
        var turn = hold is null ? talk.Ways.Stop() : talk.Ways.Resume();
        talk.Reply(string.Join(' ', sentences.OfType<string>()), [turn, talk.Ways.ChangeZone(), talk.Ways.SetReminder()]);
    }
}
