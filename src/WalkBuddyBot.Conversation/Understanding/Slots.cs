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
    /// Those of <see cref="Times"/>, or of the other times named, of which it is open whether morning or evening was meant; there they
    /// stand as read in the morning.
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

    /// <summary>
    /// <c>next</c>, <c>today</c> or a date; of a change, the place of the reminder in the list: <c>1</c>, <c>2</c>, ..., <c>last</c>.
    /// </summary>
    public string? Which { get; init; }

    /// <summary>
    /// What the reminder is to bring: null for a walk, <c>tip</c> for a tip. Of quiet hours, <c>fence</c>: reminders come only between
    /// <see cref="From"/> and <see cref="To"/>.
    /// </summary>
    public string? About { get; init; }

    /// <summary>Steps walked; noted as the minutes they take.</summary>
    public int? Steps { get; init; }

    /// <summary>A distance in metres.</summary>
    public int? DistanceMetres { get; init; }

    /// <summary>Walks, of a goal or of a day; beside them <see cref="Minutes"/> are those of each walk.</summary>
    public int? Walks { get; init; }

    /// <summary><c>day</c> or <c>week</c>: what a goal counts over.</summary>
    public string? Per { get; init; }

    /// <summary>The reminder that is to be changed: its time.</summary>
    public LocalTime? FromTime { get; init; }

    /// <summary>The time it is changed to; of a change with no day, <see cref="Days"/> is empty.</summary>
    public LocalTime? ToTime { get; init; }

    /// <summary>Minutes later (positive) or earlier (negative).</summary>
    public int? ShiftMinutes { get; init; }

    /// <summary>The day that is to be changed.</summary>
    public IsoDayOfWeek? FromDay { get; init; }

    /// <summary>The day it is changed to.</summary>
    public IsoDayOfWeek? ToDay { get; init; }

    /// <summary>Days that are taken out of the reminders.</summary>
    public ImmutableArray<IsoDayOfWeek> RemoveDays { get; init; } = [];

    /// <summary>Times that are taken out of the reminders.</summary>
    public ImmutableArray<LocalTime> RemoveTimes { get; init; } = [];

    /// <summary>All reminders are meant: "delete all my reminders", "move everything an hour later".</summary>
    public bool All { get; init; }

    /// <summary>Whether the days or times come beside those that are there: "on sundays too", "add 4pm to my reminders". Not
    /// printed.</summary>
    public bool Adds { get; init; }

    /// <summary>What is to be shown or counted: <c>day</c>, <c>week</c>, <c>month</c>, <c>since</c> (a date) or <c>all</c>.</summary>
    public string? View { get; init; }

    /// <summary>Whether it asks what is set and changes nothing: "what is my goal?".</summary>
    public bool Show { get; init; }

    /// <summary>Whether it takes the setting away: "no quiet hours any more".</summary>
    public bool Off { get; init; }

    /// <summary>What the person thinks of the bot: <c>good</c>, <c>bad</c>, or null when it is not said.</summary>
    public string? Opinion { get; init; }
}
