using NodaTime;
using WalkBuddyBot.Conversation.Dialogs;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class CeilingTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void A_rhythm_that_would_pass_six_a_day_is_not_taken_silently()
    {
        _chat.Says("remind me every 10 minutes");

        Assert.Empty(_chat.Person.Schedules);
        Assert.Contains("more than 6 reminders a day", _chat.Text);
        Assert.Contains("every 90 minutes from 09:00 to 17:00 on weekdays", _chat.Text);
    }

    [Fact]
    public void The_nearest_that_fits_is_set_by_its_button_and_by_a_yes()
    {
        var pressed = new Chat().Says("remind me every 10 minutes").PressesButton("Set that");
        var typed = _chat.Says("remind me every 10 minutes", "yes");

        Assert.Equal(["Mon 10:30", "Mon 12:00", "Mon 13:30", "Mon 15:00", "Mon 16:30", "Tue 09:00"], typed.Coming(6));
        Assert.Equal(typed.Coming(6), pressed.Coming(6));
        Assert.Equal(typed.Text, pressed.Text);
    }

    [Fact]
    public void A_full_day_takes_no_more_not_even_a_one_off()
    {
        _chat.Says("remind me every 90 minutes from 09:00 to 17:00 on weekdays", "remind me weekdays at 19:00");
        Assert.StartsWith("A day that you named has 6 reminders already", _chat.Text);

        _chat.Understanding.Learn("tomorrow at 12:45", ScriptedUnderstanding.Wish(new() { Once = new LocalDateTime(2026, 11, 24, 12, 45) }));
        _chat.Says("tomorrow at 12:45");
        Assert.StartsWith("A day that you named has 6 reminders already", _chat.Text);
        Assert.Single(_chat.Person.Schedules);
    }

    [Fact]
    public void More_times_than_fit_are_cut_to_the_first_ones_and_offered()
    {
        var times = Enumerable.Range(9, 8).Select(hour => new LocalTime(hour, 0));
        _chat.Understanding.Learn("often", ScriptedUnderstanding.Wish(new() { Days = ScriptedUnderstanding.Weekdays, Times = [.. times] }));

        _chat.Says("often");

        Assert.Contains("on weekdays at 09:00, 10:00, 11:00, 12:00, 13:00 and 14:00.", _chat.Text);
        Assert.Empty(_chat.Person.Schedules);
    }

    [Fact]
    public void There_are_twelve_reminders_at_most()
    {
        for (var day = 1; day <= 13; day++)
        {
            var wish = ScriptedUnderstanding.Wish(new() { Once = new LocalDateTime(2026, 12, day, 12, 0) });
            _chat.Understanding.Learn($"december {day}", wish);
            _chat.Says($"december {day}");
        }

        Assert.Equal(12, _chat.Person.Schedules.Length);
        Assert.StartsWith("You have 12 reminders already", _chat.Text);
    }

    [Fact]
    public void One_offs_long_past_make_room()
    {
        _chat.Says("remind me in 1 minute").After(Duration.FromHours(23)).Says("remind me weekdays at 10:30");
        Assert.Equal(2, _chat.Person.Schedules.Length);

        _chat.After(Duration.FromHours(2)).Says("remind me weekdays at 15:00");
        Assert.Equal(2, _chat.Person.Schedules.Length);
        Assert.DoesNotContain(_chat.Person.Schedules, schedule => schedule.When is Recurrence.After);
    }

    [Fact]
    public void Whatever_is_offered_fits_and_is_the_wish_made_rarer()
    {
        var zone = Chat.Paris;
        for (var minutes = 1; minutes <= 120; minutes++)
        {
            var person = new Chat().Says("hello").Person;
            var wish = new Recurrence.Every(minutes, new(8, 0), new(18, 30), [.. ScriptedUnderstanding.Weekdays]);
            if (Ceiling.Fits(person, wish, zone))
            {
                Assert.InRange(wish.CountOn(IsoDayOfWeek.Monday), 1, 6);
                continue;
            }

            var nearest = Ceiling.Nearest(person, wish, zone)!;
            Assert.True(Ceiling.Fits(person, nearest, zone));
            Assert.InRange(nearest.CountOn(IsoDayOfWeek.Monday), 2, 6);
        }
    }
}
