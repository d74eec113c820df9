using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The nudge comes again in a while, three times at most.</summary>
internal sealed class SnoozeDialog(Talks talks) : Dialog(talks, Understanding.Intents.Snooze)
{
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

        if (nudge.Nudge!.Slot.Again >= MostAgain)
        {
            Tomorrow(talk, nudge.Nudge.Slot);
            return;
        }

        Again(talk, nudge, nudge.Nudge, minutes);
    }

    private static void Again(Talk talk, Outgoing nudge, Nudge what, int minutes)
    {
        var due = talk.Now + Duration.FromMinutes(minutes);
        talk.Do(new Effect.NudgeAnswered(nudge.Id, NudgeAnswer.Snoozed));
        talk.Do(new Effect.Snoozed(what.Slot with { Again = what.Slot.Again + 1 }, what.Kind, due, Grace));

        // An undo that is still open belongs to an older change: "undo" right after this must not take that back.
        talk.Person = talk.Person with { Undo = null };
        var back = talk.Zone is { } zone
            ? talk.Say("snooze.back-at", ("time", SpokenTime.Soon(due, zone, talk.Now)))
            : talk.Say("snooze.back-in", ("length", SpokenTime.Length(minutes)));
        talk.Reply(back, talk.Ways.Walked(), talk.Ways.Show(), talk.Ways.Stop());
        talk.Fold(nudge.Id, back, talk.Ways.Walked());
    }

    private static void Tomorrow(Talk talk, Slot slot)
    {
        var clock = SpokenTime.Clock(slot.At.TimeOfDay);
        talk.Reply(
            talk.Say("snooze.enough", ("most", MostAgain)),
            Ways.Remind(talk.Say("choice.tomorrow-at", ("time", clock)), $"remind me tomorrow at {clock}"),
            talk.Ways.Walked(),
            talk.Ways.Show());
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

        var length = SpokenTime.Length(minutes);
        talk.Reply(
            talk.Say("snooze.nothing"),
            Ways.Remind(talk.Say("choice.remind-in", ("length", length)), $"remind me in {length}"),
            talk.Ways.Weekdays(),
            talk.Ways.Show());
    }
}
