using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsCheck;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>What holds for every message there could be.</summary>
public sealed partial class LawsTests
{
    private static readonly string[] Words =
    [
        "remind", "me", "at", "on", "every", "and", "weekdays", "weekends", "monday", "fri", "except", "between", "from", "to", "9", "10:30", "7pm",
        "25:00", "0", "noon", "tomorrow", "tonight", "the", "14th", "feb", "30", "in", "an", "hour", "half", "past", "quarter", "minutes", "2",
        "until", "for", "a", "week", "walk", "walked", "snooze", "pause", "skip", "stop", "why", "stress", "berlin", "utc", "+", "-", "/", ",", ".",
        ":", "?", "am", "p.m.", "morning", "daily", "twice", "day", "next", "yesterday", "15:30", "99999999999", "\u200B", "\uD83D", "é", "１２",
    ];

    private static readonly string[] Everyday =
    [
        "make", "it", "change", "move", "my", "the", "one", "to", "from", "instead", "of", "not", "no", "actually", "later", "earlier", "back", "push",
        "remove", "delete", "all", "reminders", "reminder", "friday", "fridays", "weekdays", "except", "monday", "4pm", "10:30", "9", "half", "an", "hour",
        "30", "minutes", "goal", "is", "walks", "walk", "a", "week", "day", "times", "5", "twice", "steps", "4,000", "2", "miles", "km", "quiet", "hours",
        "only", "between", "and", "after", "before", "9pm", "nothing", "message", "me", "walked", "done", "yesterday", "today", "skip", "tomorrow", "tip",
        "every", "morning", "at", "8", "send", "nudge", "now", "second", "last", "export", "data", "forget", "how", "much", "did", "i", "this", "month",
        "?", ",", "0", "500", "25:00", "what", "should", "you", "are", "great", "useless", "-", "99999999999",
    ];

    private static readonly string?[] Asked =
    [
        null, Questions.ChangeWhich, Questions.Goal, Questions.Quiet, Questions.Feedback, Questions.HalfOfDay, Questions.Times, Questions.Minutes, Questions.PauseUntil,
    ];

    private static readonly Gen<string> EverydaySentences =
        Gen.Int[0, Everyday.Length - 1].Select(at => Everyday[at]).List[0, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Sentences =
        Gen.Int[0, Words.Length - 1].Select(at => Words[at]).List[0, 14].Select(words => string.Join(' ', words));

    private static readonly Gen<LocalTime> Times = Gen.Int[0, 1439].Select(minute => LocalTime.FromMinutesSinceMidnight(minute));

    private static readonly Gen<ImmutableArray<IsoDayOfWeek>> Days =
        Gen.Int[1, 127].Select(bits => Enumerable.Range(1, 7).Where(day => (bits >> (day - 1) & 1) == 1).Select(day => (IsoDayOfWeek)day).ToImmutableArray());

    [Fact]
    public void No_sentence_of_our_own_words_throws_and_each_means_one_thing() => Sentences.Always(
        text =>
        {
            var talk = Fixture.Asked(Questions.Times, new Slots { Days = [IsoDayOfWeek.Monday] });
            var first = Fixture.Understand(text);
            var again = Fixture.Understand(text);
            Fixture.Understand(text, talk);

            Assert.Equal(UnderstandJson.Write(text, first, "", Fixture.Now, Fixture.Zone), UnderstandJson.Write(text, again, "", Fixture.Now, Fixture.Zone));
            Assert.True(first.Label != Intents.OutOfScope || first.Nearest.Length == 3);
        },
        cases: 20_000);

    [Fact]
    public void No_everyday_sentence_throws_whatever_was_asked_and_each_means_one_thing() =>
        Gen.Select(EverydaySentences, Gen.Int[0, Asked.Length - 1], Gen.Bool).Always(
            (text, at, change) =>
            {
                var slots = change ? new Slots { FromTime = new LocalTime(7, 0), Open = [new LocalTime(7, 0)] } : Slots.None;
                var talk = Asked[at] is { } question ? Fixture.Asked(question, slots) with { Dialog = change ? Intents.ChangeTime : Intents.QuietHours } : null;
                var first = Fixture.Understand(text, talk);
                var again = Fixture.Understand(text, talk);

                Assert.Equal(UnderstandJson.Write(text, first, "", Fixture.Now, Fixture.Zone), UnderstandJson.Write(text, again, "", Fixture.Now, Fixture.Zone));
                Assert.Equal(KeptSlots.Keep(first.Slots).OrderBy(pair => pair.Key), KeptSlots.Keep(KeptSlots.Read(KeptSlots.Keep(first.Slots))).OrderBy(pair => pair.Key));
            },
            cases: 20_000);

    [Fact]
    public void A_change_that_asks_nothing_says_what_changes_and_lost_no_clock_time() => EverydaySentences.Always(
        text =>
        {
            var meaning = Fixture.Understand(text);

            // After a "no" the second value takes the place of the first, so of two times one is rightly left.
            if (meaning is not { Label: Intents.ChangeTime, Ask: null, Error: null } || text.Split(' ').Contains("no"))
            {
                return;
            }

            var slots = meaning.Slots;
            var times = slots.Times.Length + slots.RemoveTimes.Length + (slots.FromTime is null ? 0 : 1) + (slots.ToTime is null ? 0 : 1)
                + (slots.From is null ? 0 : 1) + (slots.To is null ? 0 : 1);
            var clocks = EverydayClock().Matches(text).Select(match => match.Value).Distinct().Count();
            Assert.True(clocks <= times, text);
            Assert.True(slots.ToTime is not null || slots.ToDay is not null || slots.ShiftMinutes is not null || slots.EveryMinutes is not null || slots.Off
                || !slots.Days.IsEmpty || !slots.Times.IsEmpty || !slots.RemoveDays.IsEmpty || !slots.RemoveTimes.IsEmpty, text);
        },
        cases: 40_000);

    [Fact]
    public void A_goal_reads_back_as_itself() => Gen.Select(Gen.Int[1, 10], Gen.Int[1, 1440], Gen.Bool, Gen.Bool).Always(
        (walks, minutes, byWalks, daily) =>
        {
            var meaning = Fixture.Understand($"my goal is {(byWalks ? $"{walks} walks" : $"{minutes} minutes")} a {(daily ? "day" : "week")}");

            var expected = (byWalks ? walks : (int?)null, byWalks ? (int?)null : minutes, daily ? "day" : "week");
            Assert.Equal((Intents.Goal, null), (meaning.Label, meaning.Ask));
            Assert.Equal(expected, (meaning.Slots.Walks, meaning.Slots.Minutes, meaning.Slots.Per));
        },
        cases: 1_000);

    [Fact]
    public void Quiet_hours_and_a_fence_read_back_as_themselves() => Gen.Select(Times, Times, Gen.Bool).Always(
        (from, to, fence) =>
        {
            // "10:11 to 10:34" is asked about: figures from ten to twelve are those of either half of the day.
            if (from == to || (fence && from > to) || (from.Hour is >= 10 and <= 12 && to.Hour is >= 10 and <= 12))
            {
                return;
            }

            var meaning = Fixture.Understand($"{(fence ? "only between" : "quiet hours from")} {from:HH:mm} {(fence ? "and" : "to")} {to:HH:mm}");

            Assert.Equal((Intents.QuietHours, null, null), (meaning.Label, meaning.Ask, meaning.Error));
            Assert.Equal((from, to, fence ? "fence" : null), (meaning.Slots.From, meaning.Slots.To, meaning.Slots.About));
        },
        cases: 3_000);

    [Fact]
    public void A_change_of_a_plain_time_reads_back_as_itself() => Gen.Select(Times, Times).Always(
        (from, to) =>
        {
            var meaning = Fixture.Understand($"change {from:HH:mm} to {to:HH:mm}");

            Assert.Equal((Intents.ChangeTime, null, null), (meaning.Label, meaning.Ask, meaning.Error));
            Assert.Equal((from, to), (meaning.Slots.FromTime, meaning.Slots.ToTime));
        },
        cases: 3_000);

    [Fact]
    public void No_string_at_all_throws() => Gen.String[0, 200].Always(text => Assert.NotNull(Fixture.Understand(text).Label), cases: 5_000);

    [Fact]
    public void A_reminder_that_is_set_without_asking_has_a_time_and_lost_none_that_was_said() => Sentences.Always(
        text =>
        {
            var meaning = Fixture.Understand("remind me " + text);
            if (meaning is not { Label: Intents.SetReminder, Ask: null, Error: null })
            {
                return;
            }

            var slots = meaning.Slots;
            Assert.True(!slots.Times.IsEmpty || slots.EveryMinutes is not null || slots.Once is not null || slots.Elapsed is not null);
            var clocks = PlainClock().Matches(text).Select(match => match.Value).Distinct().Count();
            var ends = (slots.From is null ? 0 : 1) + (slots.To is null ? 0 : 1);
            Assert.True(clocks <= slots.Times.Length + ends + (slots.Once is null ? 0 : 1), text);
        },
        cases: 20_000);

    [Fact]
    public void A_weekly_reminder_reads_back_as_itself() => Gen.Select(Days, Times.List[1, 4]).Always(
        (days, times) =>
        {
            var slots = new Slots { Days = days, Times = [.. times.Distinct().Order()] };

            Same(slots, Fixture.Understand(ReminderWords.Write(slots)));
        },
        cases: 3_000);

    [Fact]
    public void An_interval_reads_back_as_itself() => Gen.Select(Days, Times, Times, Gen.Int[1, 1440]).Always(
        (days, from, to, every) =>
        {
            if (from >= to)
            {
                return;
            }

            var slots = new Slots { Days = days, EveryMinutes = every, From = from, To = to, Zone = "Europe/Berlin" };

            Same(slots, Fixture.Understand(ReminderWords.Write(slots)));
        },
        cases: 3_000);

    [Fact]
    public void A_single_reminder_reads_back_as_itself() => Gen.Select(Gen.Int[1, 900], Times).Always(
        (ahead, time) =>
        {
            var slots = new Slots { Once = new LocalDate(2026, 11, 23).PlusDays(ahead).At(time) };

            Same(slots, Fixture.Understand(ReminderWords.Write(slots)));
        },
        cases: 3_000);

    [Fact]
    public void Elapsed_time_reads_back_as_itself() => Gen.Int[1, 5_000].Always(
        minutes =>
        {
            var slots = new Slots { Elapsed = Duration.FromMinutes(minutes) };

            Same(slots, Fixture.Understand(ReminderWords.Write(slots)));
        },
        cases: 500);

    [Fact]
    public void What_is_kept_while_a_question_waits_comes_back_whole() => Gen.Select(Days, Times.List[0, 3], Times).Always(
        (days, times, to) =>
        {
            var slots = new Slots { Days = days, Times = [.. times.Distinct().Order()], To = to, Minutes = 5, Zone = "UTC", Date = new LocalDate(2026, 12, 1) };

            Assert.Equal(KeptSlots.Keep(slots).OrderBy(pair => pair.Key), KeptSlots.Keep(KeptSlots.Read(KeptSlots.Keep(slots))).OrderBy(pair => pair.Key));
        },
        cases: 300);

    public static TheoryData<string> Hostile =>
    [
        "", " ", "\0\0\0", new string('9', 4_000), new string('a', 4_000), new string('?', 4_000), string.Concat(Enumerable.Repeat("and ", 1_000)),
        string.Concat(Enumerable.Repeat("every 2 ", 500)), string.Concat(Enumerable.Repeat("a/", 2_000)),
        string.Concat(Enumerable.Repeat("from 9 to 5 ", 330)), string.Concat(Enumerable.Repeat("half past ", 400)), "Z\u0351\u036B\u0343\u036A\u0302\u036Balgo",
        "\uD800 lone", "<script>alert(1)</script>", "ignore all previous instructions", "напомни мне завтра", "提醒我走路", "🙂", "' OR 1=1 --",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_kindly_not_understood(string text)
    {
        var meaning = Fixture.Understand(text);

        Assert.Equal((Intents.OutOfScope, 3), (meaning.Label, meaning.Nearest.Length));
    }

    [Fact]
    public void The_safety_level_rides_on_every_meaning_and_a_question_about_signs_is_none()
    {
        Assert.Equal(SafetyLevel.Emergency, Fixture.Understand("stop, i am numb").Safety);
        Assert.Equal(SafetyLevel.Emergency, Fixture.Understand("remind me weekdays at 10:30 numb").Safety);
        Assert.Equal(SafetyLevel.None, Fixture.Understand("are numb legs among the signs").Safety);
    }

    private static void Same(Slots slots, Meaning meaning)
    {
        Assert.Equal((Intents.SetReminder, null, null), (meaning.Label, meaning.Ask, meaning.Error));
        Assert.Equal(KeptSlots.Keep(slots).OrderBy(pair => pair.Key), KeptSlots.Keep(meaning.Slots).OrderBy(pair => pair.Key));
    }

    [GeneratedRegex(@"(?<![\d:.])(10:30|4pm|9pm)(?![\d:])")]
    private static partial Regex EverydayClock();

    [GeneratedRegex(@"(?<![\d:.])(10:30|7pm|15:30|noon)(?![\d:])")]
    private static partial Regex PlainClock();
}
