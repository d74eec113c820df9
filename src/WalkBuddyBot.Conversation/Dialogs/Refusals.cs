using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>An impossible value, refused with its own words and an example that works. A question goes on waiting.</summary>
internal static class Refusals
{
    /// <summary>A walk of impossible length.</summary>
    public const string Minutes = "bad_minutes";

    /// <summary>A snooze of impossible length.</summary>
    public const string Snooze = "bad_snooze";

    /// <summary>A pause of impossible length.</summary>
    public const string Pause = "bad_pause";

    /// <summary>A goal that is no goal.</summary>
    public const string Goal = "bad_goal";

    public static void Say(Talk talk, string code, string? offending = null)
    {
        var said = Quoted.Of(offending);
        var text = (code, said) switch
        {
            (Faults.BadTime, "") => talk.Say("refused.time"),
            (Faults.BadTime, _) => talk.Say("refused.time-said", ("said", said)),
            (Faults.BadDate, "") => talk.Say("refused.date"),
            (Faults.BadDate, _) => talk.Say("refused.date-said", ("said", said)),
            (Faults.BadInterval, "") => talk.Say("refused.interval"),
            (Faults.BadInterval, _) => talk.Say("refused.interval-said", ("said", said)),
            (Faults.Past, "") => talk.Say("refused.past"),
            (Faults.Past, _) => talk.Say("refused.past-said", ("said", said)),
            (Goal, _) => talk.Say("goal.impossible"),
            (Minutes, _) => talk.Say("refused.minutes"),
            (Snooze, _) => talk.Say("refused.snooze"),
            (Pause, _) => talk.Say("refused.pause"),
            (_, "") => talk.Say("refused.other"),
            _ => talk.Say("refused.other-said", ("said", said)),
        };
        talk.Reply(text, Example(talk, code), talk.Ways.Show(), talk.Ways.Help());
    }

    private static Choice Example(Talk talk, string code) => code switch
    {
        Faults.BadInterval => Ways.Remind(talk.Say("choice.every-two-hours"), "remind me every 2 hours from 09:00 to 17:00 on weekdays"),
        Faults.Past or Faults.BadDate => Ways.Remind(talk.Say("choice.tomorrow-at", ("time", "12:00")), "remind me tomorrow at 12:00"),
        Minutes => talk.Ways.Walked(),
        Snooze => talk.Ways.Snooze(30),
        Goal => Ways.Typed(talk.Say("choice.goal-walks")),
        Pause => Ways.Type(talk.Say("choice.pause-week"), "pause for a week"),
        _ => talk.Ways.Weekdays(),
    };
}
