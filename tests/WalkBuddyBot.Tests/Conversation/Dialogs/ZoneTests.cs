using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class ZoneTests
{
    [Fact]
    public void Without_a_zone_it_is_asked_for_and_the_reminder_waits()
    {
        var chat = new Chat(zoneHint: null).Says("remind me weekdays at 10:30");
        Assert.StartsWith("Which time zone are you in?", chat.Text);
        Assert.Empty(chat.Person.Schedules);

        chat.Says("my time zone is europe/berlin");

        Assert.StartsWith("I will remind you to walk on weekdays at 10:30 (Europe/Berlin time).", chat.Text);
        Assert.Equal("Europe/Berlin", chat.Person.Zone);
    }

    [Fact]
    public void Its_button_answers_the_same_question()
    {
        var chat = new Chat(zoneHint: null).Says("remind me in 1 minute").After(Duration.FromSeconds(20)).PressesButton("Use Europe/London");

        Assert.Equal("Europe/London", chat.Person.Zone);
        Assert.Equal(new Recurrence.After(Instant.FromUtc(2026, 11, 23, 9, 1, 20)), chat.Person.Schedules[0].When);
    }

    [Fact]
    public void A_minute_that_went_by_while_the_zone_was_asked_for_still_rings()
    {
        var chat = new Chat(zoneHint: null).Says("remind me in 1 minute").AfterMinutes(3).PressesButton("Use Europe/London");

        Assert.Single(chat.Coming(1));
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("UTC+2")]
    [InlineData("")]
    public void A_hint_that_names_no_zone_is_ignored(string hint) => Assert.Null(new Chat(hint).Says("hello").Person.Zone);

    [Fact]
    public void A_different_later_hint_changes_nothing_and_is_offered_once()
    {
        var chat = new Chat().Says("hello");
        chat.ZoneHint = "America/New_York";

        chat.Says("remind me weekdays at 10:30");
        Assert.Contains("(Europe/Paris time)", chat.Text);
        Assert.Contains("Use America/New_York", chat.Titles);
        var offer = chat.Last.Replies[0].Choices[^1];

        Assert.DoesNotContain("Use America/New_York", chat.Says("show my reminders").Titles);
        Assert.Equal("America/New_York", chat.Presses(offer).Person.Zone);
        Assert.Contains("Next: Monday 23 November at 10:30", chat.Text);
    }

    [Fact]
    public void An_older_name_of_the_same_zone_is_no_different_zone()
    {
        var chat = new Chat("Asia/Kolkata").Says("hello");
        chat.ZoneHint = "Asia/Calcutta";

        Assert.DoesNotContain(chat.Says("remind me weekdays at 10:30").Titles, title => title.StartsWith("Use ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zone_that_is_set_is_read_back_with_what_comes_next()
    {
        var chat = new Chat().Says("remind me weekdays at 10:30", "my time zone is europe/berlin");

        Assert.Equal("Your time zone is Europe/Berlin. There it is Monday 23 November at 10:00 now. "
            + "Next: Monday 23 November at 10:30, Tuesday 24 November at 10:30 and Wednesday 25 November at 10:30.", chat.Text);
        Assert.Contains("Undo", chat.Titles);
    }

    [Fact]
    public void An_unknown_zone_brings_near_ones_by_word_and_by_press()
    {
        var chat = new Chat().Says("hello", "my time zone is pariss");
        Assert.StartsWith("I do not know the time zone \"pariss\".", chat.Text);
        Assert.Contains("Use Europe/Paris", chat.Titles);

        chat.Presses(Verbs.ChangeZone, null, ("zone", "Amerika/New York"));
        Assert.Contains("Use America/New_York", chat.Titles);

        chat.Presses(Verbs.ChangeZone, null, ("zone", "qqqqqqqqqq"));
        Assert.NotEmpty(chat.Titles);
        Assert.Equal("Europe/Paris", chat.Person.Zone);
    }

    [Fact]
    public void Change_zone_asks_and_takes_the_answer()
    {
        var chat = new Chat().Says("remind me weekdays at 10:30").PressesButton("Change zone");
        Assert.StartsWith("Your time zone is Europe/Paris now. Which one would you like?", chat.Text);

        chat.PressesButton("Use Europe/London");
        Assert.Equal("Europe/London", chat.Person.Zone);
    }
}
