using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
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
    public void A_different_later_hint_changes_nothing_and_is_asked_about_once()
    {
        var chat = Travelled("America/New_York").Says("status");
        Assert.EndsWith("You seem to be in America/New_York now. Move your reminders there?", chat.Text);
        Assert.Equal("Europe/Paris", chat.Person.Zone);
        Assert.Equal(["Yes", "No"], chat.Titles.Take(2));

        for (var message = 0; message < 5; message++)
        {
            Assert.DoesNotContain("America/New_York", chat.After(Duration.FromHours(5)).Says("status", "hello").Text);
        }

        Assert.Equal("Europe/Paris", chat.Person.Zone);
    }

    [Fact]
    public void A_yes_moves_the_reminders_by_word_and_by_button_also_late()
    {
        var typed = Travelled("America/New_York").Says("status");
        typed.Understanding.Learn("my time zone is america/new_york", ScriptedUnderstanding.Of(Intents.TimeZone, new() { Zone = "America/New_York" }));
        var pressed = Travelled("America/New_York").Says("status");
        var yes = pressed.Last.Replies[0].Choices[0];

        typed.Says("yes");
        pressed.Presses(yes);
        var late = Travelled("America/New_York").Says("status").After(Duration.FromHours(1)).Presses(yes);

        Assert.Equal("America/New_York", typed.Person.Zone);
        Assert.Equal(typed.Text, pressed.Text);
        Assert.Contains("Next: Monday 23 November at 10:30", typed.Text);
        Assert.Equal("America/New_York", late.Person.Zone);
        Assert.Equal("Europe/Paris", typed.Says("undo").Person.Zone);
        Assert.DoesNotContain("You seem to be", typed.Says("status").Text);
    }

    [Fact]
    public void A_no_leaves_the_reminders_where_they_are()
    {
        var chat = Travelled("America/New_York").Says("status", "no");

        Assert.StartsWith("Fine, I have left it.", chat.Text);
        Assert.Equal("Europe/Paris", chat.Person.Zone);
        Assert.DoesNotContain("You seem to be", chat.Says("status").Text);
    }

    [Fact]
    public void The_next_zone_of_a_journey_is_asked_about_again()
    {
        var chat = Travelled("America/New_York").Says("status", "no");
        chat.ZoneHint = "Asia/Tokyo";

        Assert.EndsWith("You seem to be in Asia/Tokyo now. Move your reminders there?", chat.Says("status").Text);
    }

    [Fact]
    public void A_question_that_waits_comes_first_and_with_nothing_to_move_or_after_a_stop_nothing_is_asked()
    {
        var waiting = Travelled("America/New_York").Says("pause");
        Assert.DoesNotContain("You seem to be", waiting.Text);
        Assert.Contains("You seem to be", waiting.Says("pause for 1 hour").Text);

        Assert.DoesNotContain("You seem to be", Travelled("America/New_York").Says("stop").Text);
        var without = new Chat().Says("hello");
        without.ZoneHint = "America/New_York";
        Assert.DoesNotContain("You seem to be", without.Says("status").Text);
    }

    [Fact]
    public void Who_names_a_zone_is_not_asked_about_the_one_their_client_names()
    {
        var chat = Travelled("America/New_York").Says("my time zone is europe/berlin");
        Assert.Equal("Europe/Berlin", chat.Person.Zone);

        Assert.DoesNotContain("You seem to be", chat.Says("status").Text);
    }

    private static Chat Travelled(string hint)
    {
        var chat = new Chat().Says("remind me weekdays at 10:30");
        chat.ZoneHint = hint;
        return chat;
    }

    [Fact]
    public void An_older_name_of_the_same_zone_is_no_different_zone()
    {
        var chat = new Chat("Asia/Kolkata").Says("hello");
        chat.ZoneHint = "Asia/Calcutta";

        Assert.DoesNotContain("You seem to be", chat.Says("remind me weekdays at 10:30").Text);
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
