using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class SafetyInTalkTests
{
    private readonly Chat _chat = new Chat().Says("remind me weekdays at 10:30");

    [Fact]
    public void An_emergency_holds_reminders_for_three_days_and_says_so()
    {
        _chat.Says("I have chest pain");

        var until = _chat.Now + Duration.FromHours(72);
        Assert.Equal("Call 112 now.\n\nI hold your reminders until Thursday 26 November at 10:00. Say resume when you want them back.", _chat.Text);
        Assert.Equal(new Standing.Paused(until, ByAlarm: true), _chat.Person.Standing);
        Assert.Equal([new Effect.CancelWaiting("alarm", until)], _chat.Effects);
        Assert.Equal(["I'm safe / not me"], _chat.Titles);
        Assert.Equal(Urgency.Safety, _chat.Last.Replies[0].Urgency);
        Assert.Equal("safety", _chat.Last.Label);
        Assert.Equal(new Alarmed(_chat.Now, SafetyLevel.Emergency), _chat.Person.Alarmed);
        Assert.Equal("Thu 10:30", _chat.Coming(1)[0]);
    }

    [Fact]
    public void A_sign_for_the_same_day_holds_for_one_day()
    {
        _chat.Says("a hot calf");

        Assert.Equal(new Standing.Paused(_chat.Now + Duration.FromHours(24), ByAlarm: true), _chat.Person.Standing);
        Assert.Contains("When to see a doctor", _chat.Titles);
    }

    [Fact]
    public void A_repeat_within_a_day_is_one_line_and_a_higher_level_is_said_in_full()
    {
        _chat.Says("a hot calf", "a hot calf");
        Assert.Equal("Please see a doctor today.", _chat.Text);

        _chat.Says("chest pain");
        Assert.StartsWith("Call 112 now.", _chat.Text);

        _chat.After(Duration.FromHours(23)).Says("want to die");
        Assert.Equal("Please call someone.", _chat.Text);

        _chat.After(Duration.FromHours(1)).Says("want to die");
        Assert.StartsWith("I am glad you said it.", _chat.Text);
    }

    [Fact]
    public void A_repeat_after_a_resume_holds_again_and_says_so()
    {
        _chat.Says("chest pain", "resume", "chest pain");

        Assert.StartsWith("Please call 112.\n\nI hold your reminders until", _chat.Text);
        Assert.Equal("alarm", _chat.Person.Standing.Holds(_chat.Now));
    }

    [Fact]
    public void It_stays_within_600_characters() => Assert.InRange(_chat.Says("long story").Text.Length, 516 + 20, 600);

    [Fact]
    public void Without_reminders_nothing_is_said_of_them()
    {
        var chat = new Chat().Says("chest pain");

        Assert.Equal("Call 112 now.", chat.Text);
        Assert.Equal("alarm", chat.Person.Standing.Holds(chat.Now));
        Assert.Contains("held until Thursday 26 November at 10:00", chat.Says("remind me weekdays at 10:30").Text);
        Assert.Equal("alarm", chat.Person.Standing.Holds(chat.Now));
    }

    [Fact]
    public void Stopped_stays_stopped_and_a_longer_pause_stays_longer()
    {
        Assert.IsType<Standing.Stopped>(_chat.Says("stop", "chest pain").Person.Standing);

        _chat.Says("resume", "pause for a week");
        var until = _chat.Now + Duration.FromDays(7);
        Assert.Equal(new Standing.Paused(until, ByAlarm: true), _chat.Says("chest pain").Person.Standing);
    }

    [Fact]
    public void In_mid_dialog_the_question_is_kept_and_can_be_answered_after()
    {
        _chat.Says("remind me weekdays at 7");
        var question = _chat.Person.Dialog;

        _chat.Says("chest pain");
        Assert.Equal(question, _chat.Person.Dialog);

        Assert.StartsWith("I will remind you to walk on weekdays at 19:00", _chat.Says("19:00").Text);
    }

    [Fact]
    public void What_comes_with_a_press_is_screened_too_even_from_someone_unknown()
    {
        _chat.Presses(Verbs.Answer, null, ("answer", "chest pain"));
        Assert.StartsWith("Call 112 now.", _chat.Text);

        var unknown = new Chat().Presses("anything", null, ("why", "chest pain"));
        Assert.StartsWith("Call 112 now.", unknown.Text);
        Assert.Null(unknown.Last.After);
    }

    [Fact]
    public void A_question_about_signs_is_informed_and_holds_nothing()
    {
        _chat.Says("which signs are bad");

        Assert.Equal("These are signs.", _chat.Text);
        Assert.IsType<Standing.On>(_chat.Person.Standing);
        Assert.Null(_chat.Person.Alarmed);
        Assert.Empty(_chat.Effects);
        Assert.NotEmpty(_chat.Titles);
    }

    [Fact]
    public void A_note_goes_with_the_ordinary_answer()
    {
        _chat.Understanding.Learn("core with sciatica", ScriptedUnderstanding.Of("core-muscles"));

        _chat.Says("core with sciatica");

        Assert.StartsWith("Walking works the trunk.", _chat.Text);
        Assert.EndsWith("\n\nPlease get this checked soon.", _chat.Text);
        Assert.EndsWith("Please get this checked soon.", _chat.Last.Replies[0].Speak);
        Assert.IsType<Standing.On>(_chat.Person.Standing);
    }

    [Theory]
    [InlineData("I'm safe")]
    [InlineData("not me")]
    public void I_am_safe_keeps_the_hold_until_resume_by_button_and_by_word(string words)
    {
        var pressed = new Chat().Says("remind me weekdays at 10:30", "chest pain").PressesButton("I'm safe / not me");

        _chat.Says("chest pain", words);

        Assert.StartsWith("Thank you for telling me.", _chat.Text);
        Assert.Contains("stay held until Thursday 26 November at 10:00", _chat.Text);
        Assert.Equal(pressed.Text, _chat.Text);
        Assert.Equal("alarm", _chat.Person.Standing.Holds(_chat.Now));
        Assert.IsType<Standing.On>(_chat.PressesButton("Resume").Person.Standing);
    }

    [Fact]
    public void Neither_an_undo_nor_a_new_reminder_nor_a_shorter_pause_lifts_the_hold()
    {
        var until = _chat.Now + Duration.FromHours(72);

        _chat.Says("chest pain", "undo");
        Assert.Equal(new Standing.Paused(until, true), _chat.Person.Standing);

        _chat.Says("remind me weekdays at 15:00");
        Assert.Contains("held until", _chat.Text);

        _chat.Says("pause for 1 hour");
        Assert.Equal(new Standing.Paused(until, true), _chat.Person.Standing);
        Assert.Contains("held until Thursday 26 November at 10:00", _chat.Text);
    }

    [Fact]
    public void The_hold_ends_by_itself()
    {
        _chat.Says("chest pain").After(Duration.FromHours(72)).Says("status");

        Assert.StartsWith("Your reminders are on.", _chat.Text);
    }
}
