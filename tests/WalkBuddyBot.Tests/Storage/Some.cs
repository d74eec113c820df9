using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>Values that a test needs one of.</summary>
internal static class Some
{
    public static Heard Heard(string key, Address from) =>
        new(key, from, "words", Verb: null, About: null, ImmutableDictionary<string, string>.Empty, ZoneHint: null, "en");

    public static Slot Slot(string name, int again = 1) =>
        new(new ScheduleId(DerivedId.From("schedule", name)), new LocalDateTime(2026, 11, 23, 9, 30), again);

    public static Schedule Weekdays(string name, int hour, int minute) => new(
        new ScheduleId(DerivedId.From("schedule", name)),
        NudgeKind.Walk,
        Recurrence.Weekly.At(
            [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
            new LocalTime(hour, minute)),
        new LocalDateTime(2026, 11, 23, 10, 0));

    public static Schedule Once(string name, LocalDateTime at) =>
        new(new ScheduleId(DerivedId.From("schedule", name)), NudgeKind.Walk, new Recurrence.Once(at), LocalDateTime.MinIsoValue);

    public static LoggedWalk Walk(string name, int day, int minutes) =>
        new(DerivedId.From("walk", name), new LocalDate(2026, 11, day), minutes, For: null);

    /// <summary>What a planner does with a due schedule, at its plainest.</summary>
    public static PlanStep Step(DueSchedule due, Instant now)
    {
        var after = due.Schedule with { DoneThrough = due.Slot.Slot.At };
        return new(
            Outgoing.NudgeFor(due.Person, due.To, due.Slot.Slot, due.Schedule.Kind, due.Slot.Due, Duration.FromHours(1)),
            after,
            after.Next(DateTimeZoneProviders.Tzdb[due.Zone], now));
    }

    /// <summary>A gate that lets everything pass.</summary>
    public static Verdict Pass(PersonFacts facts, Outgoing row, Instant now) =>
        new Verdict.Send(Reply.Say("A short walk?"), NudgeKind.Walk, "tip-1");
}
