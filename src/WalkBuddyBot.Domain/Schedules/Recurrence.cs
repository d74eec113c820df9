using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>When a schedule asks for a nudge. Local times are in the person's zone at the time, never stored as offsets.</summary>
public abstract record Recurrence
{
    private Recurrence()
    {
    }

    /// <summary>Dates in the person's zone on which it does not come, at their wish; null where there are none.</summary>
    public ImmutableArray<LocalDate>? LeftOut { get; init; }

    /// <summary>Clock times on days of the week.</summary>
    /// <param name="Times">For each day that has any, its times in rising order.</param>
    public sealed record Weekly(ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<LocalTime>> Times) : Recurrence
    {
        /// <summary>The same times on each of some days.</summary>
        public static Weekly At(IEnumerable<IsoDayOfWeek> days, params IEnumerable<LocalTime> times)
        {
            ImmutableArray<LocalTime> sorted = [.. times.Distinct().Order()];
            return new(days.ToImmutableSortedDictionary(day => day, _ => sorted));
        }
    }

    /// <summary>Every so many minutes within a part of the day, counted from its start, both ends included; never "since start".</summary>
    /// <param name="Minutes">Minutes between two, at least 1.</param>
    /// <param name="From">The first.</param>
    /// <param name="To">None later than this; at or after <paramref name="From"/>.</param>
    /// <param name="Days">On these days.</param>
    public sealed record Every(int Minutes, LocalTime From, LocalTime To, ImmutableSortedSet<IsoDayOfWeek> Days) : Recurrence;

    /// <summary>Once at a local date and time: "tomorrow at noon".</summary>
    public sealed record Once(LocalDateTime At) : Recurrence;

    /// <summary>Once when some time has passed: "in 30 minutes" is elapsed time and so an instant.</summary>
    public sealed record After(Instant At) : Recurrence;
}
