using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Domain;

public sealed class SlotRuleTests
{
    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z", "03:00")] // a gap
    [InlineData("Europe/Berlin", "02:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z", "02:30")] // an hour that repeats: the first
    [InlineData("America/New_York", "02:30", "2026-03-08T00:00Z", "2026-03-08T07:00Z", "03:00")]
    [InlineData("America/New_York", "01:30", "2026-11-01T00:00Z", "2026-11-01T05:30Z", "01:30")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-03T00:00Z", "2026-10-03T15:30Z", "02:30")] // half an hour
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-04T00:00Z", "2026-04-04T14:45Z", "01:45")]
    [InlineData("Africa/Casablanca", "02:30", "2026-03-21T12:00Z", "2026-03-22T02:00Z", "03:00")] // the end of Ramadan
    [InlineData("Africa/Casablanca", "02:30", "2026-02-14T12:00Z", "2026-02-15T01:30Z", "02:30")] // its beginning: the first 02:30
    [InlineData("America/Nuuk", "23:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z", "00:00")] // a gap that ends at midnight
    public void A_daily_slot_comes_at_the_right_moment_on_the_day_the_clocks_change(
        string zone, string at, string after, string due, string localTime)
    {
        var slot = Daily(at).Next(Zone(zone), Moment(after));

        Assert.NotNull(slot);
        Assert.Equal(Moment(due), slot.Due);
        Assert.Equal(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(localTime).Value, slot.Due.InZone(Zone(zone)).TimeOfDay);
        Assert.Equal(at != localTime, slot.Shifted);
    }

    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2026-03-28T12:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-24T12:00Z")]
    [InlineData("Africa/Casablanca", "02:30", "2026-03-21T12:00Z")]
    [InlineData("America/Nuuk", "23:30", "2026-03-28T12:00Z")]
    public void After_a_clock_change_the_next_slot_is_the_next_date(string zone, string at, string after)
    {
        var first = Daily(at).Next(Zone(zone), Moment(after))!;

        var second = Daily(at).Next(Zone(zone), first.Due)!;

        Assert.Equal(first.Slot.At.Date.PlusDays(1), second.Slot.At.Date);
        Assert.False(second.Shifted);
    }

    [Fact]
    public void A_date_that_the_zone_skipped_has_no_slot()
    {
        // Samoa went from 29 to 31 December 2011.
        var apia = Zone("Pacific/Apia");

        var first = Daily("09:00").Next(apia, Moment("2011-12-29T12:00Z"))!;
        var second = Daily("09:00").Next(apia, first.Due)!;

        Assert.Equal(new LocalDate(2011, 12, 29), first.Slot.At.Date);
        Assert.Equal(new LocalDate(2011, 12, 31), second.Slot.At.Date);
    }

    [Fact]
    public void The_ledger_key_is_the_time_asked_for_and_not_the_time_it_was_shifted_to()
    {
        var slot = Daily("02:30").Next(Zone("Europe/Berlin"), Moment("2026-03-28T12:00Z"))!;

        Assert.Equal(new LocalDateTime(2026, 3, 29, 2, 30), slot.Slot.At);
        Assert.Equal(0, slot.Slot.Again);
    }

    [Fact]
    public void A_slot_that_is_done_never_comes_again()
    {
        var berlin = Zone("Europe/Berlin");
        var schedule = Daily("10:30");
        var first = schedule.Next(berlin, Moment("2026-11-23T00:00Z"))!;

        var again = (schedule with { DoneThrough = first.Slot.At }).Next(berlin, Moment("2026-11-23T00:00Z"))!;

        Assert.Equal(first.Slot.At.PlusDays(1), again.Slot.At);
    }

    [Fact]
    public void A_slot_done_in_one_zone_does_not_come_again_the_same_date_in_another()
    {
        var done = Daily("10:30") with { DoneThrough = new LocalDateTime(2026, 11, 23, 10, 30) };

        var next = done.Next(Zone("America/Los_Angeles"), Moment("2026-11-23T10:00Z"))!;

        Assert.Equal(new LocalDate(2026, 11, 24), next.Slot.At.Date);
    }

    [Fact]
    public void Weekdays_pass_over_the_weekend()
    {
        var friday = Moment("2026-11-27T12:00Z");
        var schedule = New(Recurrence.Weekly.At(Week.Take(5), new LocalTime(10, 30)));

        var next = schedule.Next(Zone("Europe/Berlin"), friday)!;

        Assert.Equal(new LocalDateTime(2026, 11, 30, 10, 30), next.Slot.At);
    }

    [Fact]
    public void Every_counts_from_the_start_of_its_window_with_both_ends_included()
    {
        var every = New(new Recurrence.Every(90, new LocalTime(9, 0), new LocalTime(12, 0), [.. Week.Take(5)]));

        var times = Walk(every, DateTimeZone.Utc, Moment("2026-11-27T00:00Z"), 4).Select(slot => slot.Slot.At);

        Assert.Equal([At(27, 9, 0), At(27, 10, 30), At(27, 12, 0), At(30, 9, 0)], times);
    }

    [Fact]
    public void A_window_that_ends_just_before_midnight_does_not_wrap_around()
    {
        var every = New(new Recurrence.Every(45, new LocalTime(23, 0), new LocalTime(23, 59), [.. Week]));

        var times = Walk(every, DateTimeZone.Utc, Moment("2026-11-27T00:00Z"), 3).Select(slot => slot.Slot.At);

        Assert.Equal([At(27, 23, 0), At(27, 23, 45), At(28, 23, 0)], times);
    }

    [Fact]
    public void Once_comes_once()
    {
        var once = New(new Recurrence.Once(At(24, 12, 0)));

        var slot = once.Next(Zone("Europe/Berlin"), Moment("2026-11-23T00:00Z"))!;

        Assert.Equal(Moment("2026-11-24T11:00Z"), slot.Due);
        Assert.Null(once.Next(Zone("Europe/Berlin"), slot.Due));
        Assert.Null((once with { DoneThrough = slot.Slot.At }).Next(Zone("Europe/Berlin"), Moment("2026-11-23T00:00Z")));
    }

    [Fact]
    public void After_is_an_instant_whatever_the_clocks_do()
    {
        var due = Moment("2026-03-29T01:10Z");
        var after = New(new Recurrence.After(due));

        var slot = after.Next(Zone("Europe/Berlin"), Moment("2026-03-29T00:40Z"))!;

        Assert.Equal(due, slot.Due);
        Assert.Equal(new LocalDateTime(2026, 3, 29, 1, 10), slot.Slot.At);
        Assert.Null((after with { DoneThrough = slot.Slot.At }).Next(Zone("Europe/Berlin"), Moment("2026-03-29T00:40Z")));
    }

    private static readonly ImmutableArray<IsoDayOfWeek> Week =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
        IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    private static IEnumerable<PlannedSlot> Walk(Schedule schedule, DateTimeZone zone, Instant after, int most)
    {
        for (var i = 0; i < most && schedule.Next(zone, after) is { } slot; i++)
        {
            yield return slot;
            after = slot.Due;
        }
    }

    private static LocalDateTime At(int day, int hour, int minute) => new(2026, 11, day, hour, minute);

    private static Schedule Daily(string at) =>
        New(Recurrence.Weekly.At(Week, LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at).Value));

    private static Schedule New(Recurrence when) =>
        new(new ScheduleId(DerivedId.From("schedule", "test")), NudgeKind.Walk, when, LocalDateTime.MinIsoValue);

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static Instant Moment(string text) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm'Z'").Parse(text).Value;
}
