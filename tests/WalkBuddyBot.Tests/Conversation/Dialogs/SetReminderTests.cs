using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class SetReminderTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void A_whole_wish_is_set_at_once_and_read_back_with_its_zone_and_the_next_three()
    {
        _chat.Says("remind me weekdays at 10:30");

        Assert.StartsWith(
            "I will remind you to walk on weekdays at 10:30 (Europe/Paris time). "
            + "Next: Monday 23 November at 10:30, Tuesday 24 November at 10:30 and Wednesday 25 November at 10:30.",
            _chat.Text);
        Assert.Contains("closed page cannot ring", _chat.Text);
        Assert.Equal(["Undo", "Show reminders", "Change zone"], _chat.Titles);
        Assert.Equal(["Mon 10:30", "Tue 10:30", "Wed 10:30"], _chat.Coming(3));
        Assert.Equal(new LocalDateTime(2026, 11, 23, 10, 0), _chat.Person.Schedules[0].DoneThrough);
        Assert.Equal(NudgeKind.Walk, _chat.Person.Schedules[0].Kind);
    }

    [Fact]
    public void The_greeting_s_first_button_does_what_its_words_do_even_for_someone_new()
    {
        var typed = new Chat().Says("remind me weekdays at 10:30");

        _chat.Presses(Verbs.Joined).PressesButton("Weekdays 10:30");

        Assert.Equal(typed.Text, _chat.Text);
        Assert.Equal(typed.Coming(5), _chat.Coming(5));
    }

    [Fact]
    public void The_same_message_run_twice_makes_the_same_schedule()
    {
        var other = new Chat();

        Assert.Equal(_chat.Says("remind me weekdays at 10:30").Person.Schedules[0].Id, other.Says("remind me weekdays at 10:30").Person.Schedules[0].Id);
    }

    [Fact]
    public void The_same_wish_is_not_added_twice_and_the_closed_page_is_spoken_of_once()
    {
        _chat.Says("remind me weekdays at 10:30", "remind me weekdays at 10:30");

        Assert.Single(_chat.Person.Schedules);
        Assert.StartsWith("You have that reminder already", _chat.Text);
        Assert.DoesNotContain("closed page", _chat.Says("remind me weekdays at 15:00").Text);
    }

    [Fact]
    public void A_minute_from_now_is_an_instant()
    {
        _chat.Says("remind me in 1 minute");

        Assert.Equal(new Recurrence.After(_chat.Now + Duration.FromMinutes(1)), _chat.Person.Schedules[0].When);
        Assert.Equal(LocalDateTime.MinIsoValue, _chat.Person.Schedules[0].DoneThrough);
        Assert.Contains("once on Monday 23 November at 10:01", _chat.Text);
    }

    [Fact]
    public void Tomorrow_at_noon_is_once()
    {
        _chat.Says("remind me tomorrow at 12:00");

        Assert.Equal(["Tue 12:00"], _chat.Coming(3));
        Assert.Contains("once on Tuesday 24 November at 12:00 (Europe/Paris time)", _chat.Text);
    }

    [Fact]
    public void A_moment_that_has_passed_is_refused_with_one_that_works()
    {
        _chat.Says("remind me today at 08:00");

        Assert.Empty(_chat.Person.Schedules);
        Assert.Contains("has passed already", _chat.Text);
        Assert.Equal(["Tue 12:00"], _chat.PressesButton("Tomorrow at 12:00").Coming(2));
    }

    [Theory]
    [InlineData("remind me at 25:00", "\"25:00\" is not a time I can use.")]
    [InlineData("remind me on feb 30", "\"feb 30\" is not a date I can use.")]
    [InlineData("remind me every 0 minutes", "I cannot use \"every 0 minutes\".")]
    public void An_impossible_value_is_named_and_nothing_is_set(string wish, string refusal)
    {
        _chat.Says(wish);

        Assert.StartsWith(refusal, _chat.Text);
        Assert.Contains("For example".ToLowerInvariant(), _chat.Text.ToLowerInvariant());
        Assert.Empty(_chat.Person.Schedules);
        Assert.NotEmpty(_chat.Titles);
    }

    [Fact]
    public void Refused_words_come_back_short_and_plain()
    {
        _chat.Understanding.Learn("boo", ScriptedUnderstanding.Wish(new()) with { Error = "bad_time", Offending = "<b>[x](y)</b>\n" + new string('z', 300) });

        _chat.Says("boo");

        Assert.StartsWith("\"bxy/b zzz", _chat.Text);
        Assert.Contains("…\" is not a time", _chat.Text);
        Assert.InRange(_chat.Text.Length, 1, 160);
    }

    [Fact]
    public void Without_a_time_it_asks_and_the_typed_answer_completes_the_wish()
    {
        _chat.Says("remind me");
        Assert.StartsWith("At what time?", _chat.Text);

        _chat.Says("19:00");

        Assert.Equal(["Mon 19:00", "Tue 19:00"], _chat.Coming(2));
        Assert.Null(_chat.Person.Dialog?.Question);
    }

    [Fact]
    public void Morning_or_evening_is_asked_and_the_days_are_remembered()
    {
        _chat.Says("remind me weekdays at 7");
        Assert.StartsWith("At 7 in the morning or in the evening?", _chat.Text);
        Assert.Equal(("set_reminder", "am-or-pm"), (_chat.Person.Dialog!.Dialog, _chat.Person.Dialog.Question));
        Assert.Equal("1,2,3,4,5", _chat.Person.Dialog.Slots["days"]);
        Assert.Equal("07:00", _chat.Person.Dialog.Slots["times"]);

        _chat.Says("19:00");

        Assert.StartsWith("I will remind you to walk on weekdays at 19:00", _chat.Text);
    }

    [Fact]
    public void Its_buttons_work_even_when_the_question_is_forgotten()
    {
        _chat.Says("remind me weekdays at 7");
        var evening = _chat.Last.Replies[0].Choices.Single(choice => choice.Title == "19:00");

        _chat.AfterMinutes(11).Presses(evening);

        Assert.StartsWith("I will remind you to walk on weekdays at 19:00", _chat.Text);
    }

    [Fact]
    public void A_question_is_forgotten_after_ten_minutes()
    {
        _chat.Says("remind me weekdays at 7").AfterMinutes(10).Says("19:00");

        Assert.StartsWith("I will remind you to walk every day at 19:00", _chat.Text);
    }

    [Fact]
    public void A_stop_in_the_middle_is_obeyed_and_leaves_the_question()
    {
        _chat.Says("remind me weekdays at 7", "stop");

        Assert.IsType<Standing.Stopped>(_chat.Person.Standing);
        Assert.Null(_chat.Person.Dialog);
    }

    [Fact]
    public void A_new_command_in_the_middle_takes_the_place_of_the_old_one()
    {
        _chat.Says("remind me weekdays at 7", "remind me every day at 19:00");

        Assert.StartsWith("I will remind you to walk every day at 19:00", _chat.Text);
        Assert.Null(_chat.Person.Dialog?.Question);
    }

    [Fact]
    public void A_question_about_the_article_in_the_middle_is_answered_and_the_reminder_can_go_on()
    {
        _chat.Says("remind me weekdays at 7", "why does walking help?");
        Assert.StartsWith("Walking may ease", _chat.Text);

        Assert.StartsWith("I will remind you to walk on weekdays at 19:00", _chat.Says("19:00").Text);
    }

    [Fact]
    public void Something_other_than_a_walk_is_kindly_declined()
    {
        _chat.Says("remind me to feed the cat");

        Assert.StartsWith("I only remind people to walk", _chat.Text);
        Assert.Empty(_chat.Person.Schedules);
    }

    [Fact]
    public void A_no_leaves_the_question() => Assert.StartsWith("Fine, I have left it.", _chat.Says("remind me weekdays at 7", "no").Text);

    [Fact]
    public void A_date_that_reads_two_ways_is_asked_for_in_words() =>
        Assert.StartsWith("I am not sure which date you mean.", _chat.Says("remind me on 3/4").Text);
}
