using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>
/// Morning or evening? Said outright, by the part of the day, by the neighbours in a list that rises ("9 and 2"), by what is still to
/// come today, or by working hours on working days. What stays open is asked, never guessed.
/// </summary>
internal static class ClockResolver
{
    private static readonly LocalTime Earliest = new(5, 0);
    private static readonly LocalTime Latest = new(22, 59);

    /// <summary>The times said, and those of them that stay open, as read in the morning.</summary>
    /// <param name="said">In the order they were said.</param>
    /// <param name="working">Whether all the days are working days.</param>
    /// <param name="after">The present, when it is about today.</param>
    public static (ImmutableArray<LocalTime> Times, ImmutableArray<LocalTime> Open) Resolve(
        IReadOnlyList<Said> said, bool working, LocalTime? after)
    {
        var full = said.Any(one => one.At.Full);
        var times = new LocalTime?[said.Count];
        for (var i = 0; i < said.Count; i++)
        {
            times[i] = InPart(said[i]);
        }

        for (var i = 0; i < said.Count; i++)
        {
            var next = times.Skip(i + 1).FirstOrDefault(time => time is not null);
            times[i] ??= full ? Reasonable(said[i].At.Early) : said[i].Part is not null ? null
                : Infer(said[i].At, i > 0 ? times[i - 1] : null, next, working, after);
        }

        var open = said.Where((_, i) => times[i] is null).Select(one => one.At.Early).ToImmutableSortedSet();
        return ([.. times.Select((time, i) => time ?? said[i].At.Early).Distinct().Order()], [.. open]);
    }

    /// <summary>A window's two ends; null when it is open which half of the day is meant.</summary>
    public static (LocalTime From, LocalTime To)? Resolve(ClockReading from, ClockReading to, bool working)
    {
        if ((from.Certain && to.Certain) || from.Full || to.Full)
        {
            return (new(from.Hour, from.Minute), new(to.Hour, to.Minute));
        }

        // "8 to 6" passes noon, or it would be a night.
        var passesNoon = !from.Certain && !to.Certain && from.Hour != 12 && to.Early <= from.Early;
        var start = from.Certain || passesNoon ? from.Early
            : to.Certain && from.Early < Earliest && from.Late < to.Early ? from.Late
            : to.Certain && to.Early <= from.Late ? from.Early
            : InPart(new Said(from, null)) ?? Usual(from, working);
        if (start is not { } begin)
        {
            return null;
        }

        var end = to.Certain ? to.Early : to.Early > begin ? to.Early : to.Late;
        return Reasonable(begin) is null || (!to.Certain && Reasonable(end) is null) ? null : (begin, end);
    }

    /// <summary>The time that the words alone make plain; null where they leave the half of the day open.</summary>
    public static LocalTime? InPart(Said said)
    {
        var at = said.At;
        if (at.Certain)
        {
            return at.Early;
        }

        return said.Part switch
        {
            DayPart.Morning when at.Hour <= 11 => at.Early,
            DayPart.Afternoon when at.Hour is 12 or <= 6 => at.Late,
            DayPart.Evening when at.Hour is >= 4 and <= 11 => at.Late,
            DayPart.Night when at.Hour is >= 6 and <= 11 => at.Late,
            null when at.Hour == 12 => at.Late,
            _ => null,
        };
    }

    private static LocalTime? Infer(ClockReading at, LocalTime? previous, LocalTime? next, bool working, LocalTime? after)
    {
        var early = (previous is null || at.Early > previous) && (next is null || at.Early < next) && (after is null || at.Early > after);
        var late = (previous is null || at.Late > previous) && (next is null || at.Late < next) && (after is null || at.Late > after);
        if (early != late)
        {
            return Reasonable(early ? at.Early : at.Late);
        }

        var usual = Usual(at, working);
        if (!early || next is not { } following)
        {
            return usual;
        }

        // "3 and 5pm": the half of the day carries back, unless habit says otherwise ("9 and 11pm").
        var same = following >= LocalTime.Noon ? at.Late : at.Early;
        return usual is null || usual == same ? Reasonable(same) : null;
    }

    private static LocalTime? Usual(ClockReading at, bool working) => at.Hour switch
    {
        >= 9 and <= 11 => at.Early,
        12 => at.Late,
        8 when working => at.Early,
        <= 5 when working => at.Late,
        _ => null,
    };

    // Nobody asks for a walk at three in the morning without saying so.
    private static LocalTime? Reasonable(LocalTime time) => time >= Earliest && time <= Latest ? time : null;
}
