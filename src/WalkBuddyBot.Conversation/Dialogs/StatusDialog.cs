using WalkBuddyBot.Conversation.Dialogs.Rules;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>How things stand: on, held or off, and why; the zone, the hours, the goal, and what comes next.</summary>
internal sealed class StatusDialog(Talks talks) : Dialog(talks, Understanding.Intents.Status)
{
    protected override void Answer(Talk talk)
    {
        talk.Leave();
        var hold = Coming.Hold(talk);
        var none = Coming.Wishes(talk) is null;
        string?[] sentences =
        [
            none ? talk.Say("show.none") : hold ?? talk.Say("show.on"),
            none ? hold : null,
            none || talk.Person.Standing is Standing.Stopped ? null : Coming.Next(talk, 3),
            Held.Say(talk),
            talk.Person.Zone is { } zone ? talk.Say("show.zone", ("zone", zone)) : null,
            HoursWords.Said(talk),
            GoalWords.Of(talk),
        ];
        Choice[] turn = none ? [talk.Ways.Weekdays()]
            : hold is null ? [talk.Ways.Show(), talk.Ways.Stop()]
            : [talk.Ways.Resume(), talk.Ways.Show()];
        talk.Reply(string.Join(' ', sentences.OfType<string>()), [.. turn, talk.Ways.ChangeZone(), talk.Ways.Help()]);
    }
}
