using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"pause till monday", "for a couple of days", "no reminders until december 1", "stop for a week", "I am away until friday".</summary>
internal sealed class PauseStage : IStage
{
    private static readonly FrozenSet<string> Verbs = Vocabulary.Set("pause mute hold stop suspend away holiday vacation leave off silence break");

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        pause mute hold stop suspend away holiday vacation leave silence break off on until till til for the my all any it this everything
        reminder reminders reminding me nudge nudges nudging i am going will be please no not do don't remind send messages notifications to and
        of at a an annual from with you can could turn switch them rest day week just take time back sick
        """);

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        var refused = message.Words.Contains("no reminders", StringComparison.Ordinal) || message.Words.Contains("no nudges", StringComparison.Ordinal)
            || message.Words.Contains("not remind me", StringComparison.Ordinal) || message.Words.Contains("no more reminders", StringComparison.Ordinal);
        if (!(refused || scan.Rest.Any(token => Verbs.Contains(token.Text))) || scan.Rest.Any(token => !Around.Contains(token.Text)))
        {
            return null;
        }

        var week = message.Words.EndsWith("this week", StringComparison.Ordinal) || message.Words.EndsWith("rest of the week", StringComparison.Ordinal);
        if (scan.Pieces.IsEmpty && !week)
        {
            return scan.Rest.Any(token => token.Text is "pause" or "mute" or "suspend") ? Meanings.Asking(Intents.Pause, Asks.PauseUntil, Slots.None) : null;
        }

        if (scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.Pause, fault, Slots.None);
        }

        var until = week ? message.LocalNow.Date.Next(IsoDayOfWeek.Monday).AtMidnight() : End(message, Gathered.From(scan));
        var slots = new Slots { PauseUntil = until };
        return until is null ? Meanings.Asking(Intents.Pause, Asks.PauseUntil, Slots.None)
            : until <= message.LocalNow ? Meanings.Refused(Intents.Pause, new Fault(Faults.Past, string.Join(' ', scan.Pieces.Select(scan.WordsOf))), slots)
            : Meanings.Sure(Intents.Pause, slots);
    }

    private static LocalDateTime? End(Message message, Gathered gathered)
    {
        var now = message.LocalNow;
        if (message.Scan.Pieces is [Piece.Span { FromNow: false } span])
        {
            return span.WholeDays > 0 ? now.Date.PlusDays(span.WholeDays).AtMidnight() : Trim(now).PlusMinutes(span.Minutes);
        }

        // "today", "tomorrow": that day itself is free of reminders, unless it was "until tomorrow".
        var until = message.Words.Contains("til", StringComparison.Ordinal);
        if (gathered is { Ask: null, Window: null, EveryMinutes: null, FromNow: null, Unlikely: null, Weekly: false, Times.Count: <= 1, Minutes: null, Days.Count: <= 1 })
        {
            var date = gathered.Date?.On ?? (gathered.Days.IsEmpty ? null : now.Date.Next(gathered.Days[0]));
            if (gathered.Times.IsEmpty)
            {
                return until ? date?.AtMidnight() : date == now.Date ? now.Date.PlusDays(1).AtMidnight() : null;
            }

            var (times, open) = ClockResolver.Resolve(gathered.Times, working: true, date is null || date == now.Date ? now.TimeOfDay : null);
            return until && open.IsEmpty ? (date ?? (times[0] > now.TimeOfDay ? now.Date : now.Date.PlusDays(1))).At(times[0]) : null;
        }

        return null;
    }

    private static LocalDateTime Trim(LocalDateTime time) => time.Date.At(new LocalTime(time.Hour, time.Minute));
}
