using NodaTime;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>An impossible value, refused with its own words and an example that works. Nothing else changes; a question goes on waiting.</summary>
internal static class Refusals
{
    public static void Say(Talk talk, string code, string? offending)
    {
        var said = Quoted.Of(offending);
        var text = (code, said) switch
        {
            ("bad_time", "") => talk.Say("refused.time"),
            ("bad_time", _) => talk.Say("refused.time-said", ("said", said)),
            ("bad_date", "") => talk.Say("refused.date"),
            ("bad_date", _) => talk.Say("refused.date-said", ("said", said)),
            ("bad_interval", "") => talk.Say("refused.interval"),
            ("bad_interval", _) => talk.Say("refused.interval-said", ("said", said)),
            ("bad_minutes", _) => talk.Say("refused.minutes"),
            ("past", "") => talk.Say("refused.past"),
            ("past", _) => talk.Say("refused.past-said", ("said", said)),
            (_, "") => talk.Say("refused.other"),
            _ => talk.Say("refused.other-said", ("said", said)),
        };
        var example = code switch
        {
            "bad_interval" => Ways.Remind(talk.Say("choice.every-two-hours"), "remind me every 2 hours from 09:00 to 17:00 on weekdays"),
            "past" or "bad_date" => Ways.Remind(talk.Say("choice.tomorrow-noon"), $"remind me tomorrow at {SpokenTime.Clock(LocalTime.Noon)}"),
            "bad_minutes" => talk.Ways.Walked(),
            _ => talk.Ways.Weekdays(),
        };
        talk.Reply(text, example, talk.Ways.Show(), talk.Ways.Help());
    }
}
