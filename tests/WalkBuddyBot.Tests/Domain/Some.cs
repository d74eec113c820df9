using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

/// <summary>Somebody in Berlin with a reminder on weekdays at 10:30, on Monday 23 November 2026, and what belongs to them.</summary>
internal static class Some
{
    public static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;
    public static readonly LocalDate Monday = new(2026, 11, 23);
    public static readonly Address Home = Address.Of("msteams", "contoso", "conversation", "member", Scope.Personal);
    public static readonly Address WebChat = Address.Of(Address.WebChat, null, "conversation", "dl_1", Scope.Personal);

    public static readonly IsoDayOfWeek[] Weekdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static Schedule Schedule { get; } = ScheduleOf(Recurrence.Weekly.At(Weekdays, new LocalTime(10, 30)));

    public static Instant At(int hour, int minute, int day = 23) =>
        new LocalDateTime(2026, 11, day, hour, minute).InZoneStrictly(Zones["Europe/Berlin"]).ToInstant();

    public static Schedule ScheduleOf(Recurrence when, string name = "one") =>
        new(new ScheduleId(DerivedId.From("schedule", name)), NudgeKind.Walk, when, LocalDateTime.MinIsoValue);

    public static Person Person(params ImmutableArray<Schedule> schedules) => new(
        new PersonId(DerivedId.From("person", "someone")),
        Version: 3,
        "en",
        "Europe/Berlin",
        new Standing.On(),
        [Home],
        Home.Id,
        Plan.Default,
        Fence: null,
        Quiet: null,
        schedules.IsEmpty ? [Schedule] : schedules,
        Dialog: null,
        Undo: null,
        Alarmed: null);

    public static PersonFacts Facts(
        Person? person = null, ImmutableArray<WalkDay> walks = default, params ImmutableArray<Outgoing> nudges) =>
        new(person ?? Person(), walks.IsDefault ? [] : walks, nudges);

    /// <summary>A row of the ledger due at a time of Monday (or another day of that November).</summary>
    public static Outgoing Nudge(
        int hour = 10, int minute = 30, int day = 23, int again = 0, Schedule? schedule = null, OutgoingState state = OutgoingState.Waiting)
    {
        var asked = schedule ?? Schedule;
        var slot = new Slot(asked.Id, new LocalDateTime(2026, 11, day, hour, minute), again);
        return Outgoing.NudgeFor(Person().Id, Home, slot, asked.Kind, At(hour, minute, day), Duration.FromHours(1)) with { State = state };
    }

    public static Outgoing Answered(this Outgoing row, NudgeAnswer answer) => row with { Nudge = row.Nudge! with { Answer = answer } };

    public static Heard Heard(string text = "hello", Address? from = null) => new(
        "webchat|conversation|1", from ?? WebChat, text, Verb: null, About: null,
        ImmutableDictionary<string, string>.Empty, ZoneHint: null, "en");
}
