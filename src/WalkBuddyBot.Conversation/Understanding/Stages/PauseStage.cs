using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// "pause till monday", "for a couple of days", "no reminders until december 1", "stop for a week", "I am away until friday".
/// </summary>
internal sealed class PauseStage : IStage
{
    private const int MostDays = 300;

    private static readonly FrozenSet<string> Verbs = Vocabulary.Set(
        "pause mute hold stop suspend away holiday holidays hols vacation leave off silence break sick ill rest hospital quiet breather");

    private static readonly string[] Refusals = ["no reminders", "no reminder", "no nudges", "not remind me", "no more reminders",
        "no messages",
        "no notifications"];

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        only remainder further notice pause in us put mute hold stop suspend away holiday vacation leave silence break off on until till
        til for the my all any
        it this everything
        reminder reminders reminding me nudge nudges nudging i am going will be please no not do don't remind send
        messages notifications to and
        of at a an annual ill skip from with you can could turn switch them rest day week just take time back sick next hey hi okay ok
        sorry we messaging sending nudging pinging texting bothering writing talking contacting
        can't travelling traveling work trip out nothing let walk walks walking everything give make bit now thanks them been have got
        hols holidays then start again carry continue after here want need another few while fire pings those hospital from breather
        go quiet completely that short little spell these back
        """);

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        if (IsComingBack(message))
        {
            return Until(message, answer: true);
        }

        // "skip this week" is more than a day.
        var refused = message.Words.StartsWith("skip this week", StringComparison.Ordinal)
            || (message.Says("skip") && scan.Pieces is [Piece.Span { WholeDays: > 0 }])
            || Refusals.Any(words => message.Words.Contains(words, StringComparison.Ordinal));
        if (!(refused || scan.Rest.Any(token => Verbs.Contains(token.Text))) || scan.Rest.Any(token => !Around.Contains(token.Text))
            || scan.Pieces.Any(piece => piece is Piece.Window) || message.Says("leave out") || IsEveryWeek(message)
            || IsOneOfThem(message) || (message.Says("take") && message.SaysAny("away", "out", "off")
            && !message.SaysAny("i", "until", "till")))
        {
            return null;
        }

        var week = message.Words.EndsWith("this week", StringComparison.Ordinal)
            || message.SaysAny("rest of the week", "rest of this week", "remainder of the week", "remainder of this week",
                // What the spelling makes of "remainder".
                "reminder of the week", "reminder of this week");
        if (scan.Pieces.IsEmpty && !week)
        {
            return scan.Rest.Any(token => token.Text is "pause" or "mute" or "suspend") || message.SaysAny("hold everything",
                "hold on to my")
                ? Meanings.Asking(Intents.Pause, Asks.PauseUntil, Slots.None) : null;
        }

        return IsOpenEnd(message) ? Meanings.Asking(Intents.Pause, Asks.PauseUntil, Slots.None) : Until(message, week, answer: false);
    }

    // "until the holidays": an end that no calendar knows.
    private static bool IsOpenEnd(Message message)
    {
        var (tokens, pieces) = (message.Tokens, message.Scan.Pieces);
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Text is "until" or "till" or "til" && !pieces.Any(piece => piece.Start <= at + 1 && piece.End > at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A pause to the end that the message names, whatever else it says.</summary>
    /// <param name="message">The message.</param>
    /// <param name="week">Whether it is the rest of this week.</param>
    /// <param name="answer">Whether it answers "for how long": then "friday" alone is until friday.</param>
    public static Meaning Until(Message message, bool week = false, bool answer = false)
    {
        var scan = message.Scan;
        if (scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.Pause, fault, Slots.None);
        }

        var until = week ? message.LocalNow.Date.Next(IsoDayOfWeek.Monday).AtMidnight()
            : End(message, Gathered.From(scan, ending: false), answer);
        var slots = new Slots { PauseUntil = until };
        // A day that has just gone by is not meant of next year: that would be silence for a year.
        var far = until is { } late && late.Date > message.LocalNow.Date.PlusDays(MostDays)
            && !message.Tokens.Any(token => token.Text.Length == 4 && token.Kind == TokenKind.Number)
            && !scan.Pieces.Any(piece => piece is Piece.Span);
        return until is null || far ? Meanings.Asking(Intents.Pause, Asks.PauseUntil, Slots.None)
            : until <= message.LocalNow
                ? Meanings.Refused(Intents.Pause, new Fault(Faults.Past, string.Join(' ', scan.Pieces.Select(scan.WordsOf))), slots)
            : Meanings.Sure(Intents.Pause, slots);
    }

    // "resume on monday": held until then.
    private static bool IsComingBack(Message message) =>
        message.SaysAny("resume", "start again", "restart", "unpause", "back on", "begin again", "remind me again",
            "start reminding me again")
        && message.Scan.Pieces.Any(piece => piece is Piece.Date or Piece.Days
        {
            Weekly: false,
            Of.Count: 1
        } or Piece.Span { WholeDays: > 0, FromNow: true })
        && message.Scan.Pieces.All(piece => piece is Piece.Date or Piece.Days or Piece.Span)
        && message.Scan.Rest.All(token => Around.Contains(token.Text)
        || token.Text is "resume" or "start" or "again" or "restart" or "unpause" or "begin");

    // "stop the 9am one" is one of several.
    private static bool IsOneOfThem(Message message) =>
        message.Scan.Pieces.Any(piece => piece is Piece.Clock { Bare: null }) && message.Scan.Pieces.All(piece => piece is Piece.Clock)
        && !message.Words.Contains("til", StringComparison.Ordinal);

    // "no reminders on weekends" is no pause: it is for good.
    private static bool IsEveryWeek(Message message) =>
        message.Scan.Pieces.Any(piece => piece is Piece.Days { Weekly: true }) && !message.Words.Contains("til", StringComparison.Ordinal);

    private static LocalDateTime? End(Message message, Gathered gathered, bool answer)
    {
        var now = message.LocalNow;
        if (message.Scan.Pieces is [Piece.Span { FromNow: false } span])
        {
            return span.WholeDays > 0 ? now.Date.PlusDays(span.WholeDays).AtMidnight() : Trim(now).PlusMinutes(span.Minutes);
        }

        // "until next week" is monday, "until next month" the first.
        if (message.Scan.Pieces is [Piece.Rhythm { Ask: Asks.Date } coming]
            && (answer || message.Scan.FollowsA(coming, "until", "till", "til")))
        {
            return message.Scan.Tokens[coming.End - 1].Text switch
            {
                "week" => now.Date.Next(IsoDayOfWeek.Monday).AtMidnight(),
                "month" => new LocalDate(now.Year, now.Month, 1).PlusMonths(1).AtMidnight(),
                _ => null,
            };
        }

        // "today", "tomorrow": that day itself is free of reminders, unless it was "until tomorrow".
        var until = message.Words.Contains("til", StringComparison.Ordinal) || (answer && gathered.Date?.On != now.Date);
        var one = gathered is { Ask: null, Weekly: false, Times.Count: <= 1, Days.Count: <= 1, Unlikely: null };
        if (one && gathered is { Window: null, EveryMinutes: null, FromNow: null, Minutes: null })
        {
            if (gathered.Date is { } named && gathered.Days.Any(day => day != named.On.DayOfWeek))
            {
                return null;
            }

            var date = gathered.Date?.On ?? (gathered.Days.IsEmpty ? null : now.Date.Next(gathered.Days[0]));
            if (gathered.Times.IsEmpty)
            {
                return until ? date?.AtMidnight() : date == now.Date ? now.Date.PlusDays(1).AtMidnight() : null;
            }

            LocalTime? after = date is null || date == now.Date ? now.TimeOfDay : null;
            var (times, open) = ClockResolver.Resolve(gathered.Times, working: true, after);
            return until && open.IsEmpty ? (date ?? (times[0] > now.TimeOfDay ? now.Date : now.Date.PlusDays(1))).At(times[0]) : null;
        }

        return null;
    }

    private static LocalDateTime Trim(LocalDateTime time) => time.Date.At(new LocalTime(time.Hour, time.Minute));
}
