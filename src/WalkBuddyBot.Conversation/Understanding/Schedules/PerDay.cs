using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Days with times of their own: "monday at 9 and wednesday at 3", "9am on weekdays, 11am on weekends".</summary>
/// <param name="Times">For each day its times.</param>
/// <param name="Open">Those of the times of which morning or evening is open.</param>
/// <param name="Whole">Whether every group has days and times, no day stands in two, and nothing else is said.</param>
internal sealed record PerDay(
    ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<LocalTime>> Times, ImmutableArray<LocalTime> Open, bool Whole)
{
    /// <summary>The days and their times; null where all that is said of days goes with all that is said of times.</summary>
    public static PerDay? Read(Scan scan)
    {
        if (Exception(scan) is { } exception)
        {
            return exception;
        }

        var groups = Groups(scan.Pieces);
        if (groups.Count < 2)
        {
            return null;
        }

        var days = ImmutableSortedDictionary.CreateBuilder<IsoDayOfWeek, ImmutableArray<LocalTime>>();
        var (open, whole) = (ImmutableSortedSet<LocalTime>.Empty, true);
        foreach (var group in groups)
        {
            var gathered = Gathered.From(scan with { Pieces = [.. group] });
            var working = gathered.Days.All(day => day <= IsoDayOfWeek.Friday);
            var (times, unsure) = ClockResolver.Resolve(gathered.Times, working, after: null);
            open = open.Union(unsure);
            whole &= gathered is { Ask: null, Ends: false } && !gathered.Days.IsEmpty && !times.IsEmpty
                && !gathered.Days.Any(days.ContainsKey)
                && group.TrueForAll(piece => piece is Piece.Days or Piece.Clock or Piece.Part or Piece.Zone);
            foreach (var day in gathered.Days)
            {
                days[day] = times;
            }
        }

        return new(days.ToImmutable(), [.. open], whole);
    }

    // "weekdays at 10 but 11 on fridays", "every day at 9 except sunday at 11": some of the days have times of their own.
    private static PerDay? Exception(Scan scan)
    {
        if (scan.Pieces.Length < 3)
        {
            return null;
        }

        var turn = scan.Pieces.ToList().FindIndex(1, piece => piece is Piece.Days { Except: true }
            || scan.FollowsA(piece, "but", "except", "though")
            || (scan.FollowsA(piece, "at") && piece.Start > 1 && scan.Tokens[piece.Start - 2].Text is "but" or "except"));
        if (turn < 0 || turn + 2 > scan.Pieces.Length)
        {
            return null;
        }

        var (usual, other) = (scan.Pieces[..turn], scan.Pieces[turn..]);
        static bool IsWhole(IEnumerable<Piece> pieces) =>
            pieces.All(piece => piece is Piece.Days or Piece.Clock { At.Hour: >= 0 } or Piece.Part)
                && pieces.Any(piece => piece is Piece.Clock);
        if (!IsWhole(usual) || !IsWhole(other) || other.OfType<Piece.Days>().ToList() is not [var named])
        {
            return null;
        }

        var first = Gathered.From(scan with { Pieces = usual });
        var second = Gathered.From(scan with { Pieces = other.Replace(named, named with { Except = false }) });
        if (!first.Days.IsEmpty && !first.Days.Overlaps(second.Days))
        {
            return null;
        }

        ImmutableArray<IsoDayOfWeek> days = first.Days.IsEmpty ? Assembly.AllDays : [.. first.Days];
        var (times, open) = ClockResolver.Resolve(first.Times, days.All(day => day <= IsoDayOfWeek.Friday), after: null);
        var (others, unsure) = ClockResolver.Resolve(second.Times, second.Days.All(day => day <= IsoDayOfWeek.Friday), after: null);
        var whole = first.Ask is null && second.Ask is null && second.Days.All(day => days.Contains(day))
            && !days.All(day => second.Days.Contains(day));
        return new(
            days.ToImmutableSortedDictionary(day => day, day => second.Days.Contains(day) ? others : times),
            [.. open.Union(unsure).Distinct().Order()], whole);
    }

    // A group begins wherever the kind that came first comes again after the other: days, times, days, times.
    private static List<List<Piece>> Groups(ImmutableArray<Piece> pieces)
    {
        var groups = new List<List<Piece>>();
        var daysFirst = pieces.FirstOrDefault(piece => piece is Piece.Days or Piece.Clock) is Piece.Days;
        var otherSeen = true;
        foreach (var piece in pieces)
        {
            var leads = daysFirst ? piece is Piece.Days { Except: false } : piece is Piece.Clock;
            if (groups.Count == 0 || (leads && otherSeen && groups[^1].Exists(before => before is Piece.Days or Piece.Clock)))
            {
                groups.Add([]);
                otherSeen = false;
            }

            otherSeen |= daysFirst ? piece is Piece.Clock : piece is Piece.Days;
            groups[^1].Add(piece);
        }

        return groups;
    }
}
