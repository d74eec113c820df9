using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Something of time or place that a message names, and the tokens it is made of.</summary>
/// <param name="Start">The first token.</param>
/// <param name="Length">How many tokens.</param>
internal abstract record Piece(int Start, int Length)
{
    /// <summary>The token after it.</summary>
    public int End => Start + Length;

    /// <summary>Days of the week: "mon wed fri", "weekdays", "except friday".</summary>
    /// <param name="Start">The first token.</param>
    /// <param name="Length">How many tokens.</param>
    /// <param name="Of">Which.</param>
    /// <param name="Weekly">Whether the words can only mean every week; a single "friday" can mean the coming one.</param>
    /// <param name="Except">Whether these are left out.</param>
    public sealed record Days(int Start, int Length, ImmutableSortedSet<IsoDayOfWeek> Of, bool Weekly, bool Except) : Piece(Start, Length);

    /// <summary>A reading of a clock.</summary>
    /// <param name="Start">The first token.</param>
    /// <param name="Length">How many tokens.</param>
    /// <param name="At">What it says.</param>
    /// <param name="Bare">The number, if it was nothing but a number and so might count something else.</param>
    public sealed record Clock(int Start, int Length, ClockReading At, int? Bare) : Piece(Start, Length);

    /// <summary>From one reading to another: "between 9 and 5".</summary>
    public sealed record Window(int Start, int Length, ClockReading From, ClockReading To) : Piece(Start, Length);

    /// <summary>A part of the day: "in the evening".</summary>
    public sealed record Part(int Start, int Length, DayPart Of) : Piece(Start, Length);

    /// <summary>"every 2 hours".</summary>
    public sealed record Interval(int Start, int Length, int Minutes) : Piece(Start, Length);

    /// <summary>A length of time: "20 minutes", "an hour and a half", "a couple of days".</summary>
    /// <param name="Start">The first token.</param>
    /// <param name="Length">How many tokens.</param>
    /// <param name="WholeDays">Whole days of it.</param>
    /// <param name="Minutes">The rest.</param>
    /// <param name="FromNow">Whether it is counted from now: "in 20 minutes".</param>
    public sealed record Span(int Start, int Length, int WholeDays, int Minutes, bool FromNow) : Piece(Start, Length);

    /// <summary>A date.</summary>
    /// <param name="Start">The first token.</param>
    /// <param name="Length">How many tokens.</param>
    /// <param name="On">Which.</param>
    /// <param name="Open">Whether the words read two ways, of which this is one.</param>
    /// <param name="OfDay">The part of that day, where one word says both: "tonight".</param>
    public sealed record Date(int Start, int Length, LocalDate On, bool Open = false, DayPart? OfDay = null) : Piece(Start, Length);

    /// <summary>A rhythm that weeks cannot hold, or a count without times: "every other day", "twice a day".</summary>
    /// <param name="Start">The first token.</param>
    /// <param name="Length">How many tokens.</param>
    /// <param name="Ask">What it leaves open.</param>
    /// <param name="Count">How many days or times it counts, where it does.</param>
    public sealed record Rhythm(int Start, int Length, string Ask, int? Count = null) : Piece(Start, Length);

    /// <summary>Something walked or aimed at that is no time: "2 miles", "4,000 steps", "two walks".</summary>
    public sealed record Amount(int Start, int Length, Measure Of, int Value) : Piece(Start, Length);

    /// <summary>"a week", "per day", "daily": what an amount is counted over.</summary>
    public sealed record Per(int Start, int Length, string Unit) : Piece(Start, Length);

    /// <summary>An IANA zone.</summary>
    public sealed record Zone(int Start, int Length, string Id) : Piece(Start, Length);

    /// <summary>Something impossible.</summary>
    public sealed record Bad(int Start, int Length, string Code) : Piece(Start, Length);
}
