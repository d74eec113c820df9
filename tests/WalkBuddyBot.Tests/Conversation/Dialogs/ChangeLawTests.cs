using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>What holds for every change, in every zone, around every clock change of three years.</summary>
public sealed class ChangeLawTests
{
    private static readonly Slots[] Changes =
    [
        new() { ToTime = new(11, 0) }, new() { ToTime = new(2, 30) }, new() { ShiftMinutes = 90 }, new() { ShiftMinutes = -45 },
        new() { Days = ScriptedUnderstanding.Weekdays }, new() { Days = ScriptedUnderstanding.Daily, ToTime = new(13, 0) },
        new() { EveryMinutes = 240 }, new() { All = true, Off = true }, new() { RemoveDays = [IsoDayOfWeek.Tuesday] },
        new() { FromDay = IsoDayOfWeek.Monday, ToDay = IsoDayOfWeek.Sunday }, new() { FromTime = new(9, 0), ToTime = new(17, 0) },
        new() { RemoveTimes = [new(9, 0)] },
    ];

    private static readonly LocalTime[][] Wishes = [[new(10, 30)], [new(2, 30)], [new(9, 0), new(12, 0), new(16, 0)]];

    [Fact]
    public void A_day_never_has_more_than_it_was_asked_for_and_none_is_lost()
    {
        var looked = 0;
        foreach (var (zone, transition) in Transitions())
        {
            // The morning after, and in the middle of the day of the change.
            var local = transition.InZone(zone).Date;
            var at = zone.AtLeniently(local.At(new LocalTime((looked % 5) + 9, 15))).ToInstant();
            var time = new LocalTime(looked % 3 == 0 ? 2 : 10, 30);
            var to = new LocalTime(((looked % 7) * 3) + 1, 10);
            var chat = With(zone, [time], transition - Duration.FromDays(2), at);

            Say(chat, new() { ToTime = to });
            chat.Passes(transition + Duration.FromDays(4));

            var slots = chat.Facts!.Nudges30Days.Select(row => row.Nudge!.Slot.At).ToList();
            var where = $"{zone.Id} {transition}: {time} to {to}";
            Assert.True(slots.GroupBy(slot => slot.Date).All(day => day.Count() == 1), where);
            Assert.True(slots.Where(slot => slot.Date > local).All(slot => slot.TimeOfDay == to), where);
            var days = Enumerable.Range(1, 3).Select(local.PlusDays).Where(day => zone.MapLocal(day.At(to)).Count > 0);
            Assert.True(days.All(day => slots.Exists(slot => slot.Date == day)), where);
            looked++;
        }

        Assert.InRange(looked, 500, 20_000);
    }

    [Fact]
    public void An_undo_brings_back_exactly_what_was_and_the_read_back_is_what_comes()
    {
        var zone = Chat.Paris;
        foreach (var (wish, slots, hour) in Wishes.SelectMany(wish => Changes.SelectMany(slots => new[] { 1, 8, 13, 20 }.Select(hour => (wish, slots, hour)))))
        {
            var at = zone.AtStrictly(new LocalDateTime(2027, 3, 28, hour, 10)).ToInstant();
            var chat = With(zone, wish, at - Duration.FromDays(2), at);
            chat.Becomes(person => person with { Quiet = new Hours(new(22, 0), new(1, 0)) });
            var before = chat.Person;
            var planned = Planning.Upcoming(before, DateTimeZoneProviders.Tzdb, chat.Now, 10);

            Say(chat, slots);
            if (chat.Person.Undo is not { What: "undo.change" })
            {
                Assert.Equal(before.Schedules.AsEnumerable(), chat.Person.Schedules);
                continue;
            }

            var next = Planning.Upcoming(chat.Person, DateTimeZoneProviders.Tzdb, chat.Now, 3);
            if (next.Count > 0)
            {
                Assert.Contains($"Next: {SpokenTime.Moments(next.Select(slot => slot.Due.InZone(zone).LocalDateTime))}.", chat.Text);
            }

            chat.Says("undo");
            Assert.Equal(before.Schedules.Select(schedule => (schedule.Id, schedule.When)), chat.Person.Schedules.Select(schedule => (schedule.Id, schedule.When)));
            Assert.Equal((before.Plan, before.Fence, before.Quiet, before.Standing), (chat.Person.Plan, chat.Person.Fence, chat.Person.Quiet, chat.Person.Standing));
            Assert.Equal(planned, Planning.Upcoming(chat.Person, DateTimeZoneProviders.Tzdb, chat.Now, 10));
        }
    }

    private static IEnumerable<(DateTimeZone Zone, Instant At)> Transitions() =>
        from id in DateTimeZoneProviders.Tzdb.Ids
        let zone = DateTimeZoneProviders.Tzdb[id]
        from change in zone.GetZoneIntervals(Instant.FromUtc(2026, 6, 1, 0, 0), Instant.FromUtc(2029, 6, 1, 0, 0)).Skip(1)
        select (zone, change.Start);

    // Somebody whose daily reminders have come since then.
    private static Chat With(DateTimeZone zone, LocalTime[] times, Instant since, Instant now)
    {
        var chat = new Chat(zone.Id);
        chat.Clock.Reset(since);
        chat.Says("hello");
        var wish = Recurrence.Weekly.At(ScriptedUnderstanding.Daily, times);
        var schedule = new Schedule(new ScheduleId(DerivedId.From("schedule", "law")), NudgeKind.Walk, wish, since.InZone(zone).LocalDateTime);
        chat.Becomes(person => person with { Schedules = [schedule] });
        chat.Passes(now);
        return chat;
    }

    private static void Say(Chat chat, Slots slots)
    {
        chat.Understanding.Learn("change", ScriptedUnderstanding.Of(Intents.ChangeTime, slots));
        chat.Says("change");
    }
}
