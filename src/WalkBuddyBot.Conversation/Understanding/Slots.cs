using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>What the words of a message named, in Domain terms.</summary>
public sealed record Slots
{
    /// <summary>Nothing named.</summary>
    public static Slots None { get; } = new();

    /// <summary>Days of the week, in week order. A time with no day is read as daily: all seven.</summary>
    public ImmutableArray<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>Clock times, in rising order.</summary>
    public ImmutableArray<LocalTime> Times { get; init; } = [];

    /// <summary>
    /// Those of <see cref="Times"/> of which it is open whether morning or evening was meant; there they stand as read in the morning.
    /// Empty unless <see cref="Meaning.Ask"/> is <see cref="Asks.HalfOfDay"/>.
    /// </summary>
    public ImmutableArray<LocalTime> Open { get; init; } = [];

    /// <summary>
    /// Times of their own for each day: "monday at 9 and wednesday at 3". Empty where all <see cref="Days"/> share <see cref="Times"/>;
    /// else those name the days and times together.
    /// </summary>
    public ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<LocalTime>> PerDay { get; init; } =
        ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<LocalTime>>.Empty;

    /// <summary>Every so many minutes, within <see cref="From"/> and <see cref="To"/>.</summary>
    public int? EveryMinutes { get; init; }

    /// <summary>The start of a window.</summary>
    public LocalTime? From { get; init; }

    /// <summary>The end of a window.</summary>
    public LocalTime? To { get; init; }

    /// <summary>Once, at a local date and time in the person's zone.</summary>
    public LocalDateTime? Once { get; init; }

    /// <summary>Once, when this much time has passed: "in 1 minute". Printed as <see cref="Once"/>.</summary>
    public Duration? Elapsed { get; init; }

    /// <summary>Minutes, of a walk or of a snooze.</summary>
    public int? Minutes { get; init; }

    /// <summary>An IANA zone.</summary>
    public string? Zone { get; init; }

    /// <summary>A local date.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The end of a pause, local.</summary>
    public LocalDateTime? PauseUntil { get; init; }

    /// <summary><c>next</c>, <c>today</c> or a date.</summary>
    public string? Which { get; init; }
}
