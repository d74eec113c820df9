using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>What is written out plainly is read as the same again: one law for each kind of slot.</summary>
public sealed class RoundTripTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly Gen<LocalTime> Times = Gen.Int[0, 1439].Select(minute => LocalTime.FromMinutesSinceMidnight(minute));

    private static readonly Gen<IsoDayOfWeek> Day = Gen.Int[1, 7].Select(day => (IsoDayOfWeek)day);

    private static readonly Gen<ImmutableArray<IsoDayOfWeek>> Days =
        Gen.Int[1, 127].Select(bits => Enumerable.Range(1, 7).Where(day => (bits >> (day - 1) & 1) == 1).Select(day => (IsoDayOfWeek)day).ToImmutableArray());

    private static readonly ImmutableArray<string> Zones = [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal))];

    [Fact]
    public void Days_with_times_of_their_own() => Gen.Select(Day, Day, Times, Times).Always(
        (one, other, early, late) =>
        {
            if (one == other)
            {
                return;
            }

            var perDay = new Dictionary<IsoDayOfWeek, ImmutableArray<LocalTime>> { [one] = [early], [other] = [late] }.ToImmutableSortedDictionary();
            var slots = new Slots { PerDay = perDay };

            var meaning = Fixture.Understand(ReminderWords.Write(slots));

            Assert.Equal((Intents.SetReminder, null, null), (meaning.Label, meaning.Ask, meaning.Error));
            Assert.Equal(KeptSlots.Keep(slots)["per-day"], KeptSlots.Keep(meaning.Slots)["per-day"]);
        },
        cases: 3_000);

    [Fact]
    public void A_pause_until_a_date_or_a_moment() => Gen.Select(Gen.Int[1, 900], Times, Gen.Bool).Always(
        (ahead, time, whole) =>
        {
            var until = whole ? Today.PlusDays(ahead).AtMidnight() : Today.PlusDays(ahead).At(time);

            var at = until.TimeOfDay == LocalTime.Midnight ? "" : " at " + Clock.Format(until.TimeOfDay);

            Same(Intents.Pause, new Slots { PauseUntil = until }, $"pause until {LocalDatePattern.Iso.Format(until.Date)}{at}");
        },
        cases: 3_000);

    [Fact]
    public void A_pause_for_some_days() => Gen.Int[1, 366].Always(
        days => Same(Intents.Pause, new Slots { PauseUntil = Today.PlusDays(days).AtMidnight() }, $"pause for {days} days"), cases: 500);

    [Fact]
    public void A_snooze() => Gen.Int[1, 1440].Always(
        minutes => Same(Intents.Snooze, new Slots { Minutes = minutes }, $"snooze {minutes} minutes"), cases: 1_000);

    [Fact]
    public void A_day_to_skip() => Gen.Int[1, 300].Always(
        ahead => Same(Intents.Skip, new Slots { Which = LocalDatePattern.Iso.Format(Today.PlusDays(ahead)) },
            $"skip {LocalDatePattern.Iso.Format(Today.PlusDays(ahead))}"),
        cases: 500);

    [Fact]
    public void A_walk() => Gen.Select(Gen.Int[1, 600], Gen.Int[0, 3], Gen.Int[0, 80]).Always(
        (amount, kind, ago) =>
        {
            var date = Today.PlusDays(-ago);
            var slots = kind switch
            {
                0 => new Slots { Minutes = amount },
                1 => new Slots { Steps = amount * 10 },
                2 => new Slots { DistanceMetres = amount * 100 },
                _ => new Slots { Walks = (amount % 9) + 2 },
            } with
            { Date = date };
            var said = kind switch
            {
                0 => $"{amount} minutes",
                1 => $"{amount * 10} steps",
                2 => string.Create(CultureInfo.InvariantCulture, $"{amount / 10.0:0.0} km"),
                _ => $"{(amount % 9) + 2} walks",
            };

            Same(Intents.LogWalk, slots, $"{(kind == 3 ? "did" : "walked")} {said} on {LocalDatePattern.Iso.Format(date)}");
        },
        cases: 3_000);

    [Fact]
    public void A_zone() => Gen.Int[0, Zones.Length - 1].Always(
        at =>
        {
            var meaning = Fixture.Understand("my time zone is " + Zones[at]);

            // An old name reads back as the one in use.
            Assert.Equal((Intents.TimeZone, null), (meaning.Label, meaning.Error));
            var (said, read) = (DateTimeZoneProviders.Tzdb[Zones[at]], DateTimeZoneProviders.Tzdb[meaning.Slots.Zone!]);
            Assert.Equal(said.GetUtcOffset(Fixture.Now), read.GetUtcOffset(Fixture.Now));
        },
        cases: 1_500);

    [Fact]
    public void A_shift() => Gen.Select(Gen.Int[1, 600], Gen.Bool).Always(
        (minutes, later) => Same(Intents.ChangeTime, new Slots { ShiftMinutes = later ? minutes : -minutes },
            $"move my reminder {minutes} minutes {(later ? "later" : "earlier")}"),
        cases: 1_000);

    [Fact]
    public void A_day_moved_to_another() => Gen.Select(Day, Day).Always(
        (from, to) => Same(Intents.ChangeTime, new Slots { FromDay = from, ToDay = to }, $"move my {from} reminder to {to}"), cases: 200);

    [Fact]
    public void Days_and_times_taken_out() => Gen.Select(Days, Times).Always(
        (days, time) =>
        {
            // All seven would be every reminder, and is asked about.
            if (days.Length < 7)
            {
                Same(Intents.ChangeTime, new Slots { RemoveDays = days }, "remove " + string.Join(" and ", days.Select(day => day + "s")));
            }

            Same(Intents.ChangeTime, new Slots { RemoveTimes = [time] }, $"remove the {Clock.Format(time)} reminder");
        },
        cases: 2_000);

    [Fact]
    public void Days_and_times_added() => Gen.Select(Days, Times).Always(
        (days, time) =>
        {
            var named = string.Join(" and ", days.Select(day => day + "s"));

            Same(Intents.ChangeTime, new Slots { Days = days, Adds = true }, $"add {named} to my reminders");
            Same(Intents.ChangeTime, new Slots { Times = [time], Adds = true }, $"add {Clock.Format(time)} to my reminders");
        },
        cases: 2_000);

    private static void Same(string label, Slots slots, string text)
    {
        var meaning = Fixture.Understand(text);

        Assert.True(meaning.Label == label && meaning.Error is null, $"{text}: {meaning.Label} {meaning.Error}");
        Assert.True(meaning.Ask is null, $"{text}: asks {meaning.Ask}");
        Assert.Equal(KeptSlots.Keep(slots).OrderBy(pair => pair.Key), KeptSlots.Keep(meaning.Slots).OrderBy(pair => pair.Key));
    }
}
