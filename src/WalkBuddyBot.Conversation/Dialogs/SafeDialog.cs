using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>After a safety reply: I am safe, or it was not about me. What is held stays held until the person resumes it.</summary>
internal sealed class SafeDialog(Talks talks) : Dialog(talks, Understanding.Intents.Safe)
{
    protected override void Answer(Talk talk)
    {
        if (talk.Person.Standing is Standing.Paused { ByAlarm: true } held && talk.Now < held.Until && !talk.Person.Schedules.IsEmpty)
        {
            var text = talk.Say("safe.held", ("until", Coming.Until(talk, held.Until)));
            talk.Reply(text, talk.Ways.Resume(), talk.Ways.WhenToSeeSomeone(), talk.Ways.Help());
            return;
        }

        var asked = talk.Heard.Verb == Verbs.Safe || (talk.Person.Alarmed is { } alarmed && talk.Now - alarmed.At < Duration.FromDays(1));
        talk.Reply(asked ? talk.Say("safe.thanks") : talk.Say("safe.good"), talk.Ways.WhenToSeeSomeone(), talk.Ways.Help());
    }
}
