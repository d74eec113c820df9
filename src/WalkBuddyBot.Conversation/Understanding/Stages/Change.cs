using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>What a change moves and where to. A time or a day is the one to move when words like "my" or "from" lead it.</summary>
internal static class Change
{
    public static Meaning? Of(Message message, Slots kept)
    {
        message = WithoutNames(message);
        var scan = message.Scan;
        if (scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.ChangeTime, fault, Slots.None);
        }

        var unlikely = scan.Pieces.OfType<Piece.Clock>().FirstOrDefault(clock => clock.At.Hour < 0);
        if (unlikely is not null)
        {
            return Meanings.Refused(Intents.ChangeTime, new Fault(Faults.BadTime, scan.WordsOf(unlikely)), Slots.None);
        }

        var slots = kept with { All = kept.All || IsAll(message), Which = Places.Named(message) ?? kept.Which };
        return ChangeStage.Shifts(message) ? Shift(message, slots)
            : scan.Pieces.Any(piece => piece is Piece.Interval) ? Interval(message, slots)
            : scan.Pieces.Any(piece => piece is not (Piece.Clock or Piece.Days or Piece.Window or Piece.Part)) ? Which(Dated(scan, slots))
            : Moved(message, slots);
    }

    // "my daily nudge" names a reminder, and "rather than just weekdays" what it was: neither says what it is to be.
    private static Message WithoutNames(Message message)
    {
        var (scan, tokens) = (message.Scan, message.Tokens);
        string At(int at) => at >= 0 && at < tokens.Length ? tokens[at].Text : string.Empty;
        bool IsName(Piece piece) => piece is Piece.Days { Of.Count: 7 } && At(piece.Start - 1) is "my" or "the"
            && At(piece.End) is "nudge" or "reminder" or "walk" or "reminders" or "nudges";
        bool IsLeft(Piece piece)
        {
            var before = piece.Start - (At(piece.Start - 1) is "just" or "only" ? 2 : 1);
            return piece is Piece.Days { Of.Count: > 1 } && ((At(before) == "than" && At(before - 1) == "rather")
                || (At(before) == "of" && At(before - 1) == "instead"));
        }

        var kept = scan.Pieces.RemoveAll(piece => IsName(piece) || IsLeft(piece));
        return kept.IsEmpty ? message : message with { Scan = scan with { Pieces = kept } };
    }

    /// <summary>The kept times that were open, in the half of the day that was answered.</summary>
    public static Meaning Half(Slots kept, bool late)
    {
        LocalTime In(LocalTime time) => late && kept.Open.Contains(time) ? time.PlusHours(12) : time;
        return Meanings.Sure(Intents.ChangeTime, kept with
        {
            FromTime = kept.FromTime is { } from ? In(from) : null,
            ToTime = kept.ToTime is { } to ? In(to) : null,
            Times = [.. kept.Times.Select(In).Distinct().Order()],
            RemoveTimes = [.. kept.RemoveTimes.Select(In).Distinct().Order()],
            From = kept.From is { } begin ? In(begin) : null,
            To = kept.To is { } end ? In(end) : null,
            Open = [],
        });
    }

    /// <summary>What was kept without what was open of it, which is said again.</summary>
    public static Slots Settled(Slots kept) => kept with
    {
        FromTime = kept.FromTime is { } from && kept.Open.Contains(from) ? null : kept.FromTime,
        ToTime = kept.ToTime is { } to && kept.Open.Contains(to) ? null : kept.ToTime,
        Times = [],
        RemoveTimes = [],
        Off = kept.Off || !kept.RemoveTimes.IsEmpty,
        Open = [],
    };

    private static bool IsAll(Message message) =>
        message.SaysAny("everything", "all", "all of them", "every reminder", "both", "every one", "each one");

    private static Meaning Which(Slots slots) => Meanings.Asking(Intents.ChangeTime, Asks.Times, slots);

    private static Slots Dated(Scan scan, Slots slots) =>
        scan.Pieces.OfType<Piece.Date>().ToList() is [var date] ? slots with { Date = date.On } : slots;

    // "half an hour later", "push my 10:30 back by 20 minutes"
    private static Meaning? Shift(Message message, Slots slots)
    {
        var scan = message.Scan;
        var later = message.SaysAny("later", "delay", "postpone", "more late")
            || (message.Says("push") && message.Says("by") && !message.SaysAny("forward", "forwards", "earlier"))
            || (message.Says("back") && !message.Says("bring"));
        var earlier = message.SaysAny("earlier", "more early") || (message.SaysAny("forward", "forwards") && message.Says("bring"));
        var spans = scan.Pieces.OfType<Piece.Span>().ToList();
        var froms = From(message);
        slots = slots with { FromTime = froms.Time?.Early ?? slots.FromTime, FromDay = froms.Day ?? slots.FromDay };
        if (spans is not [{ FromNow: false, WholeDays: 0 } span] || later == earlier
            || scan.Pieces.Any(piece => piece is not (Piece.Span or Piece.Clock or Piece.Days)))
        {
            var by = slots;
            if (spans is [{ FromNow: false, WholeDays: 0 } one] && later != earlier)
            {
                by = slots with { ShiftMinutes = later ? one.Minutes : -one.Minutes };
            }

            // "remind me later", "20 minutes from now" are no shifts.
            return spans.Exists(piece => piece.FromNow) ? null : Which(by);
        }

        if (scan.Pieces.Count(piece => piece is Piece.Clock) > 1 || scan.Pieces.Count(piece => piece is Piece.Days) > 1
            || (scan.Pieces.Any(piece => piece is Piece.Days) && froms.Day is null))
        {
            return Which(slots);
        }

        slots = slots with { ShiftMinutes = later ? span.Minutes : -span.Minutes };
        return froms.Time is not { } time ? Meanings.Sure(Intents.ChangeTime, slots)
            : Settled(slots with { FromTime = null }, time, to: null);
    }

    private static Meaning Interval(Message message, Slots slots)
    {
        var gathered = Gathered.From(message.Scan);
        slots = slots with { EveryMinutes = gathered.EveryMinutes, Days = [.. gathered.Days] };
        if (gathered is not { Ask: null, Date: null, FromNow: null, Ends: false, Minutes: null } || !gathered.Times.IsEmpty)
        {
            return Which(slots);
        }

        if (gathered.Window is not { } window)
        {
            return Meanings.Sure(Intents.ChangeTime, slots);
        }

        var working = gathered.Days.All(day => day <= IsoDayOfWeek.Friday);
        return ClockResolver.Resolve(window.From, window.To, working) is not { } hours
                ? Meanings.Asking(Intents.ChangeTime, Asks.HalfOfDay, slots with
                {
                    From = window.From.Early,
                    To = window.To.Early,
                    Open = [window.From.Early, window.To.Early]
                })
            : hours.From >= hours.To
                ? Meanings.Refused(Intents.ChangeTime, new Fault(Faults.BadInterval, message.Scan.WordsOf(window)), Slots.None)
            : Meanings.Sure(Intents.ChangeTime, slots with { From = hours.From, To = hours.To });
    }

    private static Meaning Moved(Message message, Slots slots)
    {
        var (scan, froms) = (message.Scan, From(message));
        var windows = scan.Pieces.OfType<Piece.Window>().ToList();
        var days = scan.Pieces.OfType<Piece.Days>().Where(piece => piece != froms.DayPiece).ToList();
        var others = scan.Pieces.Where(piece => piece != froms.TimePiece && piece is not (Piece.Days or Piece.Window));
        var gathered = Gathered.From(scan with { Pieces = [.. others] });
        var said = gathered.Times;
        slots = slots with { FromDay = froms.Day ?? slots.FromDay };
        if (froms.Range is { } range)
        {
            slots = slots with { FromDay = range.From, ToDay = range.To };
            days.Remove(froms.RangePiece!);
        }

        if (windows.Count > 1 || (windows.Count == 1 && (said.Count > 0 || froms.Time is not null)) || gathered.Ask is not null
            || (days.Count > 1 && days is not [{ Except: false }, { Except: true }]) || (froms.Range is not null && days.Count > 0)
            || froms.Unclear || (scan.Pieces.Any(piece => piece is Piece.Part) && said.Count == 0))
        {
            return Which(slots);
        }

        if (days is [{ Except: false }, { Except: true }])
        {
            slots = slots with { Days = [.. Gathered.From(scan with { Pieces = [.. days] }).Days] };
            if (slots.Days.IsEmpty)
            {
                // "friday, not weekdays" leaves no day.
                return Which(slots);
            }

            days = [];
        }

        if (days is [var day])
        {
            var single = slots.FromDay is not null && day is { Of.Count: 1, Except: false };
            var all = day.Except ? Gathered.From(scan with { Pieces = [day] }).Days : day.Of;
            slots = single ? slots with { ToDay = day.Of[0] } : slots with { Days = [.. all] };
            if (all.IsEmpty || !single && slots.FromDay is not null)
            {
                return Which(slots);
            }
        }

        if (windows is [var window])
        {
            // "from 9am to 10am": the one and the other.
            return Settled(slots, window.From, new Said(window.To, null));
        }

        return said.Count switch
        {
            0 when froms.Time is { } only => slots.ToDay is not null || slots.ToTime is not null || slots.ShiftMinutes is not null
                ? Settled(slots, only, to: null) : Half(Settled(slots, only, to: null), Asks.Times),
            0 when slots.FromDay is not null && slots.ToDay is null && slots.Days.IsEmpty && slots.ToTime is null
                && slots.ShiftMinutes is null => Which(slots),
            0 when scan.Pieces.IsEmpty => Which(slots),
            // "I do not work Mondays" says which days not, and nothing of the others.
            0 when !slots.Days.IsEmpty && message.SaysAny("do not", "am not", "can not", "cannot", "never") => Which(slots with { Days = [] }),
            0 => Meanings.Sure(Intents.ChangeTime, slots),
            1 => Settled(slots, froms.Time, said[0]),
            _ when froms.Time is not null || slots.FromDay is not null || message.Says("from") => Which(slots),
            _ => Several(slots, said),
        };
    }

    private static Meaning Half(Meaning meaning, string ask) => meaning.Ask is null ? meaning with { Ask = ask } : meaning;

    private static Meaning Several(Slots slots, ImmutableList<Said> said)
    {
        var (times, open) = ClockResolver.Resolve(said, IsWorking(slots), after: null);
        slots = slots with { Times = times, Open = open };
        return open.IsEmpty ? Meanings.Sure(Intents.ChangeTime, slots) : Meanings.Asking(Intents.ChangeTime, Asks.HalfOfDay, slots);
    }

    // Of two times the plain one says which half of the day the other is in: the nearer is meant.
    private static Meaning Settled(Slots slots, ClockReading? from, Said? to)
    {
        var working = IsWorking(slots);
        var before = from is { } start ? Known(new Said(start, null), working) : slots.FromTime;
        var after = to is { } end ? Known(end, working, before is not null && !IsFull(from, end.At)) : slots.ToTime;
        before ??= from is { } open && after is { } sure ? Nearer(open, sure) : null;
        after ??= to is { Part: null } late && before is { } known ? Nearer(late.At, known) : null;
        var unsure = ImmutableSortedSet<LocalTime>.Empty;
        if (from is { } first && before is null)
        {
            (before, unsure) = (first.Early, unsure.Add(first.Early));
        }

        if (to is { } second && after is null)
        {
            (after, unsure) = (second.At.Early, unsure.Add(second.At.Early));
        }

        slots = slots with { FromTime = before, ToTime = after, Open = [.. unsure] };
        return unsure.IsEmpty ? Meanings.Sure(Intents.ChangeTime, slots) : Meanings.Asking(Intents.ChangeTime, Asks.HalfOfDay, slots);
    }

    // Beside "21:00", "10:30" is on the 24-hour clock too; "5" may be short for either half.
    private static bool IsFull(ClockReading? from, ClockReading to) => from is { Full: true } && to.Hour >= 10;

    private static LocalTime? Known(Said said, bool working, bool beside = false)
    {
        if (beside && !said.At.Certain && said.Part is null)
        {
            return null;
        }

        var (times, open) = ClockResolver.Resolve([said], working, after: null);
        return open.IsEmpty ? times[0] : null;
    }

    private static LocalTime? Nearer(ClockReading at, LocalTime known)
    {
        var early = Math.Abs(Period.Between(known, at.Early, PeriodUnits.Minutes).Minutes);
        var late = Math.Abs(Period.Between(known, at.Late, PeriodUnits.Minutes).Minutes);
        return Math.Abs(early - late) < 2 * 60 ? null : early < late ? at.Early : at.Late;
    }

    private static bool IsWorking(Slots slots) =>
        slots.FromDay is { } day ? day <= IsoDayOfWeek.Friday : !slots.Days.IsEmpty && slots.Days.All(one => one <= IsoDayOfWeek.Friday);

    private static Moving From(Message message) => Moving.Read(message);
}
