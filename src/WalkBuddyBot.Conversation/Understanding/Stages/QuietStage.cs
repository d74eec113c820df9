using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"quiet hours 10pm to 6am", "nothing after 9pm", and their opposite, a fence: "only between 9 and 5".</summary>
internal sealed class QuietStage : IStage
{
    private const string Fence = "fence";

    private static readonly string[] Outright =
        ["quiet hours", "quiet hour", "quiet time", "quite hours", "quite time", "quiet times", "do not disturb", "dnd", "silent hours",
            "quiet period",
            "silent time", "keep quiet", "stay quiet", "be quiet", "quiet between", "quiet from", "quiet after", "quiet before",
                "silence between"];

    private static readonly string[] Working = ["working hours", "work hours", "office hours", "business hours", "active hours"];

    private static readonly FrozenSet<string> Denying = Vocabulary.Set("no not never nothing stop");

    private static readonly FrozenSet<string> Sending = Vocabulary.Set(
        """
        message messages messaging remind reminder reminders reminding nudge nudges nudging disturb bother ping pings text texts
        contact anything
        nothing write notifications notify send walks
        """);

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        quiet quite hours hour time times period do not disturb dnd silent silence keep stay be no never nothing stop only just message
        messages
        messaging remind reminder reminders reminding nudge nudges nudging bother ping pings text texts contact anything write notifications
        notify send me my the a any please you can could would i want need like have to set add from after before between past until till
        during and or at in on is are was it for of working work office business active make change update instead within later earlier than
        hey hi ok okay thanks more with there should will by us let keep reminded walks walk during use lunch lunchtime break dinner
        may night sleep asleep sleeping am
        """);

    private static readonly FrozenSet<string> Showing = Vocabulary.Set(
        "what is are my the quiet hours hour time times show see view tell me do i have any when set please which can you working office did now");

    private static readonly FrozenSet<string> Taking = Vocabulary.Set(
        """
        no remove delete clear cancel drop turn switch off stop without do not want need my the any quiet hours time times i more anymore
        disable please end can you get rid of disturb dnd it and fence working office them have to hour
        """);

    public Meaning? Try(Message message)
    {
        var rest = message.Scan.Rest;
        bool All(FrozenSet<string> words) => rest.All(token => words.Contains(token.Text));
        var outright = Outright.Any(message.Says);
        var working = Working.Any(message.Says) && message.SaysAny("my", "only", "set", "during");
        if ((outright || working) && message.Scan.Pieces.IsEmpty)
        {
            return Named(message, All, outright);
        }

        if (!rest.Any() || rest.Any(token => !Around.Contains(token.Text))
            || message.Scan.Pieces.Any(piece => piece is Piece.Date or Piece.Interval or Piece.Span or Piece.Rhythm))
        {
            return null;
        }

        var window = message.Scan.Pieces.Any(piece => piece is Piece.Window);
        var after = message.Scan.Pieces.Any(piece => piece is Piece.Clock
            && message.Scan.FollowsA(piece, "after", "before", "past", "than"));
        var part = message.Scan.Pieces.All(piece => piece is Piece.Part) && message.Scan.Pieces.Length > 0;
        var faulty = message.Scan.Fault is not null;
        var only = rest[0].Text is "only" or "just" || message.SaysAny("only message", "only remind", "only send", "only nudge",
            "only between", "only from", "only ping", "only write", "only contact", "only disturb",
            "only after", "only before", "only during", "only text");
        var denied = rest.Any(token => Denying.Contains(token.Text))
            && (rest.Any(token => Sending.Contains(token.Text)) || rest[0].Text is "not" && rest.Length <= 2 && !part);
        outright |= window && message.SaysAny("i sleep", "i am asleep", "i am sleeping");
        return outright || working || ((window || after || part || faulty && after) && (only || denied))
            ? Read(message, Slots.None, fence: working || (only && !outright && !denied))
            : null;
    }

    /// <summary>The hours that an answer names.</summary>
    public static Meaning? Answer(Message message, Slots kept) =>
        message.Scan.Rest.Any(token => !Around.Contains(token.Text)) || message.Scan.Pieces.IsEmpty
            ? null
            : Read(message, kept, fence: kept.About == Fence);

    /// <summary>The kept hours with their half of the day.</summary>
    public static Meaning Half(Slots kept, bool late)
    {
        LocalTime? from = kept.From is { } begin ? kept.Open.Contains(begin) && late ? begin.PlusHours(12) : begin : null;
        var to = kept.To;
        if (to is { } end && kept.Open.Contains(end))
        {
            // The end is the next such time: from 21:00 to 5 is the morning's, from 09:00 to 5 the afternoon's.
            to = from is not { } start ? late ? end.PlusHours(12) : end : Length(start, end) <= 12 * 60 ? end : end.PlusHours(12);
        }

        return Meanings.Sure(Intents.QuietHours, kept with { From = from, To = to, Open = [] });
    }

    private static Meaning? Named(Message message, Func<FrozenSet<string>, bool> all, bool outright)
    {
        var off = all(Taking) && message.SaysAny("no", "remove", "delete", "clear", "cancel", "drop", "off", "stop", "without",
            "do not want", "do not need",
            "disable", "end", "rid of");
        var show = all(Showing) && message.SaysAny("what", "show", "see", "view", "tell", "do i have", "which", "when", "my quiet hours");
        return off ? Meanings.Sure(Intents.QuietHours, new Slots { Off = true })
            : show ? Meanings.Sure(Intents.QuietHours, new Slots { Show = true })
            : outright && message.Scan.Rest.All(token => Around.Contains(token.Text)) && !message.IsAsked | message.SaysAny("can", "could")
                ? Meanings.Asking(Intents.QuietHours, Asks.Quiet, Slots.None)
            : null;
    }

    /// <summary>The hours that a message names.</summary>
    internal static Meaning Read(Message message, Slots kept, bool fence)
    {
        var scan = message.Scan;
        var slots = fence ? kept with { About = Fence } : kept;
        if (scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.QuietHours, fault, Slots.None);
        }

        var ask = Meanings.Asking(Intents.QuietHours, Asks.Quiet, slots);
        if (scan.Pieces is [Piece.Window window])
        {
            return Between(window.From, window.To, slots, fence) ?? Meanings.Asking(
                Intents.QuietHours, Asks.HalfOfDay, slots with
                {
                    From = window.From.Early,
                    To = window.To.Early,
                    Open = Open(window.From, window.To)
                });
        }

        var clocks = scan.Pieces.OfType<Piece.Clock>().ToList();
        if (clocks.Count is 0 or > 2 || clocks.Exists(clock => clock.At.Hour < 0)
            || scan.Pieces.Any(piece => piece is not (Piece.Clock or Piece.Part)))
        {
            return ask;
        }

        var part = scan.Pieces.OfType<Piece.Part>().Select(piece => (DayPart?)piece.Of).FirstOrDefault();
        foreach (var clock in clocks)
        {
            var late = scan.FollowsA(clock, "after", "past", "from") || (scan.FollowsA(clock, "than") && message.Says("later than"));
            var early = scan.FollowsA(clock, "before", "until", "till") || (scan.FollowsA(clock, "than") && message.Says("earlier than"));
            var (times, open) = ClockResolver.Resolve([new Said(clock.At, part)], working: false, after: null);
            var at = open.IsEmpty && (clock.At.Certain || part is not null) ? times[0] : Bound(clock.At, late, fence);
            if (late == early || at is null)
            {
                return late == early ? ask : Meanings.Asking(Intents.QuietHours, Asks.HalfOfDay, (late
                    ? slots with { From = clock.At.Early }
                    : slots with { To = clock.At.Early }) with
                { Open = [clock.At.Early] });
            }

            slots = late ? slots with { From = at } : slots with { To = at };
        }

        return Meanings.Sure(Intents.QuietHours, slots);
    }

    // "nothing after 9" is said of the evening, "nothing before 8" of the morning; a fence the other way about.
    private static LocalTime? Bound(ClockReading at, bool late, bool fence) =>
        late != fence ? at.Hour is >= 4 and <= 11 ? at.Late : null : at.Hour is >= 6 and <= 11 ? at.Early : fence
            && at.Hour is >= 1 and <= 5 ? at.Late : null;

    private static Meaning? Between(ClockReading from, ClockReading to, Slots slots, bool fence)
    {
        if (fence)
        {
            return ClockResolver.Resolve(from, to, working: true) is { } hours && hours.From < hours.To
                ? Meanings.Sure(Intents.QuietHours, slots with { From = hours.From, To = hours.To })
                : null;
        }

        (LocalTime From, LocalTime To)? read = (from.Certain, to.Certain) switch
        {
            (true, true) => (from.Early, to.Early),
            _ when from.Full || to.Full => (new(from.Hour, from.Minute), new(to.Hour, to.Minute)),
            // The shorter one is meant.
            (true, false) => (from.Early, Length(from.Early, to.Early) <= Length(from.Early, to.Late) ? to.Early : to.Late),
            (false, true) => (Length(from.Early, to.Early) <= Length(from.Late, to.Early) ? from.Early : from.Late, to.Early),
            // "10 to 6" is a night, "12 to 2" a lunch; "9 to 5" could be either.
            _ when from.Hour is 10 or 11 && to.Hour is >= 5 and <= 9 => (from.Late, to.Early),
            _ when from.Hour is 12 or <= 5 && to.Hour is >= 1 and <= 6 && Length(from.Late, to.Late) <= 3 * 60 => (from.Late, to.Late),
            _ => null,
        };
        return read is { } both && both.From != both.To
            ? Meanings.Sure(Intents.QuietHours, slots with { From = both.From, To = both.To })
            : null;
    }

    private static ImmutableArray<LocalTime> Open(params ReadOnlySpan<ClockReading> said)
    {
        var open = ImmutableSortedSet<LocalTime>.Empty;
        foreach (var at in said)
        {
            open = at.Certain ? open : open.Add(at.Early);
        }

        return [.. open];
    }

    private static long Length(LocalTime from, LocalTime to)
    {
        var minutes = Period.Between(from, to, PeriodUnits.Minutes).Minutes;
        return minutes > 0 ? minutes : minutes + (24 * 60);
    }
}
