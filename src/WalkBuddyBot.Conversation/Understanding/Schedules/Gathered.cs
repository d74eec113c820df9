using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>The pieces of a message, sorted by what they say about when.</summary>
internal sealed record Gathered
{
    public ImmutableSortedSet<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>Whether the days can only mean every week.</summary>
    public bool Weekly { get; init; }

    public ImmutableList<Said> Times { get; init; } = [];

    public Piece.Window? Window { get; init; }

    public int? EveryMinutes { get; init; }

    public Piece.Span? FromNow { get; init; }

    public Piece.Date? Date { get; init; }

    public string? Zone { get; init; }

    /// <summary>How long a walk is to be.</summary>
    public int? Minutes { get; init; }

    /// <summary>How often, where that was said: "twice a day".</summary>
    public Piece.Rhythm? Counted { get; init; }

    /// <summary>What must be asked because the words leave it open or say more than a schedule can hold.</summary>
    public string? Ask { get; init; }

    /// <summary>Whether an end is named, which a reminder cannot have yet: "for two weeks", "until friday".</summary>
    public bool Ends { get; init; }

    /// <summary>Whether it is to be once only: "just once", "one time", "a single reminder".</summary>
    public bool Single { get; init; }

    /// <summary>A number that is no time of day.</summary>
    public Piece.Clock? Unlikely { get; init; }

    public bool IsEmpty => Days.IsEmpty && Times.IsEmpty && Window is null && EveryMinutes is null && FromNow is null && Date is null
        && Ask is null;

    /// <param name="scan">The pieces.</param>
    /// <param name="ending">Whether "until friday" names the end of reminders; of a pause it is the very day that is asked for.</param>
    public static Gathered From(Scan scan, bool ending = true)
    {
        var gathered = new Gathered();
        DayPart? ahead = null;
        var unbound = 0;
        for (var i = 0; i < scan.Pieces.Length; i++)
        {
            var piece = scan.Pieces[i];
            if (piece is Piece.Part part)
            {
                gathered = i > 0 && scan.Pieces[i - 1] is Piece.Clock clocked && clocked.End == part.Start ? gathered.Closer(part.Of)
                    : gathered;
                (gathered, ahead) = gathered.Bind(part.Of, unbound, ahead);
                unbound = gathered.Times.Count;
                continue;
            }

            gathered = piece switch
            {
                Piece.Days or Piece.Date when ending && scan.FollowsA(piece, "until", "till", "til") => gathered with { Ends = true },
                Piece.Days days => gathered.With(days, scan.Pieces.Take(i)),
                Piece.Clock clock => gathered.With(clock, ahead),
                Piece.Window window => gathered.Window is null ? gathered with { Window = window } : gathered with { Ask = Asks.Times },
                Piece.Interval every when gathered.EveryMinutes is null => gathered with { EveryMinutes = every.Minutes },
                Piece.Interval every => gathered with { EveryMinutes = every.Minutes, Ask = Asks.Times },
                Piece.Span { WholeDays: > 0, FromNow: false } when ending && scan.FollowsA(piece, "for") => gathered with { Ends = true },
                Piece.Span span => gathered.With(span),
                Piece.Date date => gathered with { Date = date, Ask = gathered.Date is null && !date.Open ? gathered.Ask : Asks.Date },
                Piece.Rhythm rhythm => gathered with { Ask = rhythm.Ask, Counted = rhythm },
                Piece.Zone zone => gathered with { Zone = zone.Id, Ask = gathered.Zone is null ? gathered.Ask : Asks.Zone },
                _ => gathered,
            };
            ahead = piece is Piece.Date { OfDay: { } of } ? of : ahead;
        }

        gathered = gathered.WithCount() with { Single = IsSingle(scan) };

        // "every 2 hours in the afternoon" means a window that nobody has said the ends of.
        return ahead is not null && gathered.Times.IsEmpty && gathered.EveryMinutes is not null
            ? gathered with { Ask = gathered.Ask ?? Asks.Times } : gathered;
    }

    private static bool IsSingle(Scan scan)
    {
        var rest = scan.Rest;
        for (var i = 0; i < rest.Length; i++)
        {
            var next = i + 1 < rest.Length ? rest[i + 1].Text : string.Empty;
            if (rest[i].Text is "once" or "single" || (rest[i].Text is "one" or "off" && next is "time" or "off"))
            {
                return true;
            }
        }

        return false;
    }

    // "once a week on monday", "twice a day at 9 and 3": the count says again what the days and times say.
    private Gathered WithCount() => Counted switch
    {
        { Count: { } count, Ask: Asks.Days } when Days.Count == count => this with { Ask = null, Weekly = true },
        { Count: { } count, Ask: Asks.Times } when Times.Count == count => this with { Ask = null },
        _ => this,
    };

    // A part of the day says something of the times before it that have none, else of those that follow.
    private (Gathered Gathered, DayPart? Ahead) Bind(DayPart part, int unbound, DayPart? ahead)
    {
        // Those that an earlier part bound, or that need none, leave it to the times that follow.
        if (Times.Skip(unbound).All(said => said.At.Certain || said.Part is not null))
        {
            var clash = Times.Count > unbound && Times[^1] is { At.Certain: true } last && Contradicts(part, last.At);
            return (this with { Ask = clash ? Asks.Times : Ask }, part);
        }

        var times = Times;
        for (var i = unbound; i < times.Count; i++)
        {
            times = times[i] is { At.Certain: false, Part: null } open ? times.SetItem(i, open with { Part = part }) : times;
        }

        return (this with { Times = times }, ahead);
    }

    // "saturday mornings at half past six in the evening": the part beside a time is nearer, and the other one contradicts it.
    private Gathered Closer(DayPart part) => Times is [.., { At.Certain: false, Part: { } other } last] && other != part
        ? this with { Times = Times.SetItem(Times.Count - 1, last with { Part = part }), Ask = Asks.Times } : this;

    private Gathered With(Piece.Days days, IEnumerable<Piece> before)
    {
        if (days.Except)
        {
            ImmutableSortedSet<IsoDayOfWeek> from = Days.IsEmpty ? [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)] : Days;
            var left = from.Except(days.Of);
            return this with { Days = left, Weekly = true, Ask = left.IsEmpty ? Asks.Days : Ask };
        }

        // "monday at 9 and wednesday at 3": times of their own for each day are more than these slots hold.
        // Days after an exception: what is meant of those that stand in both?
        var apart = !Days.IsEmpty && before.Any(piece => piece is Piece.Clock or Piece.Window or Piece.Days { Except: true });
        return this with { Days = Days.Union(days.Of), Weekly = Weekly || days.Weekly || !Days.IsEmpty, Ask = apart ? Asks.Times : Ask };
    }

    private Gathered With(Piece.Clock clock, DayPart? part)
    {
        if (clock.At.Hour < 0)
        {
            return this with { Unlikely = clock };
        }

        var clash = clock.At.Certain && part is { } of && Contradicts(of, clock.At);
        return this with { Times = Times.Add(new Said(clock.At, clock.At.Certain ? null : part)), Ask = clash ? Asks.Times : Ask };
    }

    private static bool Contradicts(DayPart part, ClockReading at) => part switch
    {
        DayPart.Morning => at.Hour >= 12,
        DayPart.Afternoon => at.Hour is < 12 or > 18,
        DayPart.Evening => at.Hour is < 16 and > 0,
        _ => at.Hour is >= 7 and < 17,
    };

    private Gathered With(Piece.Span span)
    {
        if (span.FromNow)
        {
            return this with { FromNow = span, Ask = FromNow is null ? Ask : Asks.Times };
        }

        return span.WholeDays > 0 || Minutes is not null ? this with { Ask = Asks.Days } : this with { Minutes = span.Minutes };
    }
}
