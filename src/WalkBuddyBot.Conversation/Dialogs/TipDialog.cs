using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// A tip, now: the next of the person's own round, which nudges go through too. "Tips every day" and "no more tips" are about reminders
/// that bring tips, and answered by the dialogs that know those.
/// </summary>
internal sealed class TipDialog(Talks talks) : IDialog
{
    private readonly Now _now = new(talks);

    private readonly SetReminderDialog _set = new(talks);

    private readonly ChangeTimeDialog _change = new(talks);

    public IReadOnlySet<string> Intents => _now.Intents;

    public TurnOutcome Turn(Meaning meaning, Heard heard, PersonFacts facts, Instant now) =>
        (meaning.Slots.Off ? _change : meaning.Ask is not null ? _set : (IDialog)_now).Turn(meaning, heard, facts, now);

    private sealed class Now(Talks talks) : Dialog(talks, Understanding.Intents.Tip)
    {
        protected override void Answer(Talk talk)
        {
            if (TipRotation.Next(talk.Tips.All, talk.Facts, talk.Now) is not { } tip)
            {
                talk.Reply(talk.Say("tip.none"), talk.Ways.Overview(), talk.Ways.Help());
                return;
            }

            talk.Tipped(tip);
            talk.Person = talk.Person.Asked(tip, talk.Now);
            var text = talk.Say("tip.one", ("tip", tip.Text), ("section", tip.Section));
            talk.Reply(text, talk.Ways.Why(tip.Id), talk.Ways.Tip(), talk.Ways.Weekdays());
        }
    }
}
