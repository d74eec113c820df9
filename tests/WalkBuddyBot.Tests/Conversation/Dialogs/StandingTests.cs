using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class StandingTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void Stop_is_obeyed_at_once_by_word_and_by_button()
    {
        var pressed = new Chat().Says("remind me weekdays at 10:30").Presses(Verbs.Stop);

        _chat.Says("remind me weekdays at 10:30", "stop");

        Assert.IsType<Standing.Stopped>(_chat.Person.Standing);
        Assert.Equal([new Effect.CancelWaiting("stopped", null)], _chat.Effects);
        Assert.Empty(_chat.Coming(1));
        Assert.Equal("Resume", _chat.Titles.First());
        Assert.Equal(_chat.Text, pressed.Text);
        Assert.Equal(_chat.Person.Standing, pressed.Person.Standing);
    }

    [Fact]
    public void Stop_works_with_nothing_set_and_twice()
    {
        _chat.Says("stop");
        Assert.StartsWith("Done.", _chat.Text);

        _chat.Says("stop");
        Assert.StartsWith("Your reminders are off already", _chat.Text);
        Assert.Equal([new Effect.CancelWaiting("stopped", null)], _chat.Effects);
    }

    [Fact]
    public void Resume_goes_on_from_now_without_a_backlog()
    {
        _chat.Says("remind me weekdays at 10:30", "stop").After(Duration.FromDays(2)).Says("resume");

        Assert.IsType<Standing.On>(_chat.Person.Standing);
        Assert.Equal(new LocalDateTime(2026, 11, 25, 10, 0), _chat.Person.Schedules[0].DoneThrough);
        Assert.StartsWith("Your reminders are on again. Next: Wednesday 25 November at 10:30", _chat.Text);
    }

    [Fact]
    public void Resume_names_the_one_offs_that_were_missed()
    {
        _chat.Says("remind me tomorrow at 12:00", "stop").After(Duration.FromDays(2)).Says("resume");

        Assert.Contains("will not come late: once on Tuesday 24 November at 12:00.", _chat.Text);
    }

    [Fact]
    public void Resume_does_not_call_missed_what_came()
    {
        _chat.Says("remind me in 1 minute").AfterMinutes(1).Nudged();

        _chat.Says("stop", "resume");

        Assert.DoesNotContain("come late", _chat.Text);
    }

    [Fact]
    public void Resume_while_on_says_so() => Assert.StartsWith("Your reminders are on. Next:", _chat.Says("remind me weekdays at 10:30", "resume").Text);

    [Fact]
    public void A_pause_has_an_end_and_comes_back_by_itself()
    {
        _chat.Says("remind me weekdays at 10:30", "pause for 1 hour");

        Assert.Equal(new Standing.Paused(_chat.Now + Duration.FromHours(1), ByAlarm: false), _chat.Person.Standing);
        Assert.Contains("held until Monday 23 November at 11:00", _chat.Text);
        Assert.Equal([new Effect.CancelWaiting("paused", _chat.Now + Duration.FromHours(1))], _chat.Effects);
        Assert.Equal("Tue 10:30", _chat.Coming(1)[0]);
        Assert.StartsWith("Your reminders are on.", _chat.AfterMinutes(60).Says("status").Text);
    }

    [Fact]
    public void A_bare_pause_asks_how_long_and_its_buttons_hold()
    {
        _chat.Says("remind me weekdays at 10:30", "pause");
        Assert.Equal(["1 hour", "Today", "A week"], _chat.Titles);

        _chat.PressesButton("A week");

        Assert.Contains("held until Monday 30 November at 10:00", _chat.Text);
    }

    [Fact]
    public void A_pause_that_is_over_or_without_a_use_changes_nothing()
    {
        Assert.Contains("has passed already", _chat.Says("remind me weekdays at 10:30", "pause until yesterday").Text);
        Assert.IsType<Standing.On>(_chat.Person.Standing);

        Assert.StartsWith("Your reminders are off already", _chat.Says("stop", "pause for 1 hour").Text);
        Assert.IsType<Standing.Stopped>(_chat.Person.Standing);

        Assert.StartsWith("You have no reminders yet", new Chat(zoneHint: null).Says("pause for 1 hour").Text);
    }

    [Fact]
    public void A_new_reminder_after_a_stop_turns_all_on_again_and_says_so()
    {
        _chat.Says("remind me weekdays at 10:30", "stop", "remind me weekdays at 15:00");

        Assert.IsType<Standing.On>(_chat.Person.Standing);
        Assert.Contains("They are on again, your earlier ones too.", _chat.Text);

        Assert.IsType<Standing.Stopped>(_chat.Says("undo").Person.Standing);
        Assert.Single(_chat.Person.Schedules);
    }

    [Fact]
    public void Show_says_on_or_off_why_the_zone_the_reminders_and_the_next_three()
    {
        _chat.Says("show my reminders");
        Assert.StartsWith("You have no reminders.", _chat.Text);
        Assert.Equal("Weekdays 10:30", _chat.Titles.First());

        _chat.Says("remind me weekdays at 10:30", "remind me tomorrow at 12:00", "show my reminders");
        Assert.Equal(
            "Your reminders are on. You asked for: (1) on weekdays at 10:30; (2) once on Tuesday 24 November at 12:00. Your time zone is Europe/Paris. "
            + "Next: Monday 23 November at 10:30, then Tuesday 24 November at 10:30 and 12:00.",
            _chat.Text);

        var typed = _chat.Says("stop", "show my reminders").Text;
        Assert.StartsWith("Your reminders are off, because you said stop.", typed);
        Assert.DoesNotContain("Next:", typed);
        Assert.Equal(typed, _chat.Presses(Verbs.Show).Text);
    }
}
