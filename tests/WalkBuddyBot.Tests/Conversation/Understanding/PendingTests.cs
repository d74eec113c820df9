using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

public sealed class PendingTests
{
    private static readonly Slots Weekdays = new() { Days = [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)] };

    [Theory]
    [InlineData("am", 7)]
    [InlineData("a.m.", 7)]
    [InlineData("in the morning", 7)]
    [InlineData("morning please", 7)]
    [InlineData("pm", 19)]
    [InlineData("p.m.", 19)]
    [InlineData("evening", 19)]
    [InlineData("in the evening", 19)]
    [InlineData("7pm", 19)]
    [InlineData("19:00", 19)]
    [InlineData("8am", 8)]
    public void The_half_of_the_day_completes_what_was_asked_for(string answer, int hour)
    {
        var asked = Fixture.Understand("remind me weekdays at 7");

        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.HalfOfDay, asked.Slots));

        Assert.Equal(Asks.HalfOfDay, asked.Ask);
        Assert.Equal((Intents.SetReminder, null, null), (meaning.Label, meaning.Ask, meaning.Error));
        Assert.Equal(Weekdays.Days.AsEnumerable(), meaning.Slots.Days);
        Assert.Equal([new LocalTime(hour, 0)], meaning.Slots.Times.AsEnumerable());
        Assert.Empty(meaning.Slots.Open);
    }

    [Fact]
    public void Only_the_open_time_moves_to_the_evening()
    {
        var asked = Fixture.Understand("remind me weekdays at 6am and 8");

        var meaning = Fixture.Understand("pm", Fixture.Asked(Questions.HalfOfDay, asked.Slots with { Open = [new LocalTime(8, 0)] }));

        Assert.Equal([new LocalTime(6, 0), new LocalTime(20, 0)], meaning.Slots.Times.AsEnumerable());
    }

    [Theory]
    [InlineData("9 and 2")]
    [InlineData("at 9 and at 2")]
    [InlineData("9am, 2pm")]
    [InlineData("09:00 and 14:00 please")]
    public void Times_complete_the_days_that_were_said(string answer)
    {
        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.Times, Weekdays));

        Assert.Equal((Intents.SetReminder, null), (meaning.Label, meaning.Ask));
        Assert.Equal(Weekdays.Days.AsEnumerable(), meaning.Slots.Days);
        Assert.Equal([new LocalTime(9, 0), new LocalTime(14, 0)], meaning.Slots.Times.AsEnumerable());
    }

    [Fact]
    public void Days_complete_the_times_that_were_said()
    {
        var meaning = Fixture.Understand("weekdays", Fixture.Asked(Questions.Days, new Slots { Times = [new LocalTime(9, 0)] }));

        Assert.Equal(Weekdays.Days.AsEnumerable(), meaning.Slots.Days);
        Assert.Equal([new LocalTime(9, 0)], meaning.Slots.Times.AsEnumerable());
    }

    [Theory]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("I'm in New York", "America/New_York")]
    [InlineData("europe/lisbon", "Europe/Lisbon")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("calcutta", "Asia/Kolkata")]
    [InlineData("Lima", "America/Lima")]
    public void A_place_completes_the_zone(string answer, string zone)
    {
        var alone = Fixture.Understand(answer, Fixture.Asked(Questions.Zone));
        var within = Fixture.Understand(answer, Fixture.Asked(Questions.Zone, Weekdays));

        Assert.Equal((Intents.TimeZone, zone), (alone.Label, alone.Slots.Zone));
        Assert.Equal((Intents.SetReminder, zone), (within.Label, within.Slots.Zone));
        Assert.Equal(Weekdays.Days.AsEnumerable(), within.Slots.Days);
    }

    [Fact]
    public void A_place_nobody_knows_is_refused_by_its_name()
    {
        var meaning = Fixture.Understand("Narnia", Fixture.Asked(Questions.Zone));

        Assert.Equal((Faults.UnknownZone, "narnia"), (meaning.Error, meaning.Offending));
    }

    [Theory]
    [InlineData("yes", Intents.Yes)]
    [InlineData("yes please", Intents.Yes)]
    [InlineData("nope", Intents.No)]
    [InlineData("no thanks", Intents.No)]
    public void Yes_and_no_are_answers(string answer, string label) =>
        Assert.Equal(label, Fixture.Understand(answer, Fixture.Asked(Questions.YesNo)).Label);

    [Theory]
    [InlineData("does walking help with stress?", "stress")]
    [InlineData("remind me weekdays at 10:30", Intents.SetReminder)]
    [InlineData("show my reminders", Intents.ShowSchedule)]
    [InlineData("help", Intents.Help)]
    public void A_new_wish_or_question_wins_over_the_one_that_waits(string text, string label)
    {
        foreach (var question in new[] { Questions.HalfOfDay, Questions.Times, Questions.Zone, Questions.Days, Questions.YesNo })
        {
            var meaning = Fixture.Understand(text, Fixture.Asked(question));

            Assert.Equal((label, null), (meaning.Label, meaning.Error));
        }
    }

    [Fact]
    public void What_was_forgotten_is_no_question_any_more()
    {
        var old = Fixture.Asked(Questions.HalfOfDay, Weekdays) with { Until = Fixture.Now };

        Assert.NotEqual(Intents.SetReminder, Fixture.Understand("pm", old).Label);
    }

    [Fact]
    public void More_and_why_follow_what_was_spoken_of()
    {
        var talk = Fixture.Asked(string.Empty) with { Question = null, LastTopic = "stress" };

        Assert.Equal(Intents.More, Fixture.Understand("tell me more", talk).Label);
        Assert.Equal(Intents.Why, Fixture.Understand("why?", talk).Label);
        Assert.Equal(Intents.More, Fixture.Understand("tell me more").Label);
    }

    [Theory]
    [InlineData("evening", "tue 19:00 thu 08:00")]
    [InlineData("7pm", "tue 19:00 thu 08:00")]
    [InlineData("7am and 8pm", "tue 07:00 thu 20:00")]
    public void Half_a_day_is_answered_for_days_with_times_of_their_own(string answer, string set)
    {
        var asked = Fixture.Understand("remind me tuesdays at 7 and thursdays at 8");

        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.HalfOfDay, asked.Slots));

        var days = meaning.Slots.PerDay.SelectMany(day => day.Value.Select(time => $"{day.Key.ToString()[..3].ToLowerInvariant()} {time:HH:mm}"));
        Assert.Equal((Asks.HalfOfDay, set, null), (asked.Ask, string.Join(' ', days), meaning.Ask));
    }

    [Fact]
    public void Another_time_than_was_asked_about_is_asked_again_and_not_guessed()
    {
        var asked = Fixture.Understand("remind me tuesdays at 7 and thursdays at 8");

        Assert.Equal(Asks.HalfOfDay, Fixture.Understand("9am", Fixture.Asked(Questions.HalfOfDay, asked.Slots)).Ask);
    }

    [Theory]
    [InlineData("27 november", "2026-11-27T10:00:00")]
    [InlineData("on 4 december", "2026-12-04T10:00:00")]
    public void A_date_completes_the_time_that_was_said(string answer, string once)
    {
        var asked = Fixture.Understand("remind me next friday at 10");

        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.Days, asked.Slots with { Date = null }));

        Assert.Equal((Asks.Date, once), (asked.Ask, LocalDateTimePattern.GeneralIso.Format(meaning.Slots.Once!.Value)));
    }

    [Theory]
    [InlineData("a week", "2026-11-30T00:00:00")]
    [InlineData("friday", "2026-11-27T00:00:00")]
    [InlineData("until friday", "2026-11-27T00:00:00")]
    [InlineData("Today", "2026-11-24T00:00:00")]
    [InlineData("1 hour", "2026-11-23T11:00:00")]
    public void A_pause_is_given_its_end(string answer, string until)
    {
        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.PauseUntil));

        Assert.Equal((Intents.Pause, until), (meaning.Label, LocalDateTimePattern.GeneralIso.Format(meaning.Slots.PauseUntil!.Value)));
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("about 45", 45)]
    [InlineData("half an hour", 30)]
    [InlineData("20 minutes", 20)]
    public void A_walk_is_given_its_length(string answer, int minutes)
    {
        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.Minutes));

        Assert.Equal((Intents.LogWalk, minutes), (meaning.Label, meaning.Slots.Minutes));
    }
}
