using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>An impossible value in any command.</summary>
internal sealed class RefusedDialog(Talks talks) : Dialog(talks, [])
{
    protected override void Answer(Talk talk)
    {
        // The same impossible length is a walk's, a snooze's or a rhythm's: each has its own limits.
        var code = (talk.Meaning.Label, talk.Meaning.Error) switch
        {
            (Understanding.Intents.LogWalk, Faults.BadInterval) => Refusals.Minutes,
            (Understanding.Intents.Snooze, Faults.BadInterval) => Refusals.Snooze,
            (Understanding.Intents.Pause, Faults.BadInterval) => Refusals.Pause,
            (Understanding.Intents.Goal, Faults.BadAmount) => Refusals.Goal,
            var (_, error) => error!,
        };
        Refusals.Say(talk, code, talk.Meaning.Offending);
    }
}
