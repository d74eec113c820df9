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
