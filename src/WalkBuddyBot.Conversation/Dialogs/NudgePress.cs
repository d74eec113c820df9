using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Which nudge a press or typed words answer, and the kind words where it cannot be answered any more.</summary>
internal static class NudgePress
{
    /// <summary>
    /// The nudge to answer; null where there is none. <paramref name="replied"/> is true when everything is said already: the nudge is
    /// unknown, long past, or was answered before.
    /// </summary>
    public static Outgoing? Target(Talk talk, NudgeAnswer answer, out bool replied)
    {
        replied = false;
        if (talk.Heard.About is not { } about)
        {
            return NudgeLedger.Open(talk.Facts, talk.Now);
        }

        var nudge = NudgeLedger.Find(talk.Facts, about);
        replied = true;
        if (nudge is null || nudge.NotBefore < talk.Now - NudgeLedger.Pressable)
        {
            talk.Reply(talk.Say("nudge.long-past"), talk.Ways.Walked(), talk.Ways.Show());
            return null;
        }

        if (nudge.Nudge!.Answer is { } first)
        {
            Again(talk, first, answer);
            return null;
        }

        replied = false;
        return nudge;
    }

    private static void Again(Talk talk, NudgeAnswer first, NudgeAnswer answer)
    {
        if (first == answer)
        {
            talk.Reply(talk.Say("nudge.already-noted", ("first", Words(talk, first))), talk.Ways.Show(), talk.Ways.Tip());
            return;
        }

        var text = talk.Say("nudge.answered-otherwise", ("first", Words(talk, first)));
        if (talk.Person.Undo is { What: "undo.walk" or "undo.skip" or SnoozeDialog.UndoKey } step)
        {
            talk.Reply(text, talk.Ways.Undo(step), talk.Ways.Walked(), talk.Ways.Show());
            return;
        }

        talk.Reply(text, talk.Ways.Walked(), talk.Ways.Show());
    }

    private static string Words(Talk talk, NudgeAnswer answer) => answer switch
    {
        NudgeAnswer.Walked => talk.Say("nudge.answer.walked"),
        NudgeAnswer.Snoozed => talk.Say("nudge.answer.snoozed"),
        _ => talk.Say("nudge.answer.not-today"),
    };
}
