using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class UndoTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void A_reminder_is_taken_back_by_word_and_by_button()
    {
        var pressed = new Chat().Says("remind me weekdays at 10:30").PressesButton("Undo");

        _chat.Says("remind me weekdays at 10:30", "undo");

        Assert.Empty(_chat.Person.Schedules);
        Assert.StartsWith("Taken back: your reminders are as they were", _chat.Text);
        Assert.Equal(_chat.Text, pressed.Text);
        Assert.Empty(pressed.Person.Schedules);
    }

    [Fact]
    public void A_nudge_of_the_reminder_that_waits_already_is_dropped()
    {
        _chat.Says("remind me in 1 minute");
        var row = _chat.Nudged(state: OutgoingState.Waiting);

        _chat.Says("undo");

        Assert.Equal(OutgoingState.Dropped, _chat.Row(row).State);
    }

    [Fact]
    public void A_stop_a_pause_and_a_resume_are_taken_back()
    {
        _chat.Says("remind me weekdays at 10:30", "stop", "undo");
        Assert.IsType<Standing.On>(_chat.Person.Standing);
        Assert.StartsWith("Taken back: you had said stop", _chat.Text);
        Assert.Contains("Next: Monday 23 November at 10:30.", _chat.Text);

        _chat.Says("pause for a week", "undo");
        Assert.IsType<Standing.On>(_chat.Person.Standing);

        _chat.Says("stop", "resume", "undo");
        Assert.IsType<Standing.Stopped>(_chat.Person.Standing);
        Assert.Contains("off, because you said stop", _chat.Text);
    }

    [Fact]
    public void A_zone_is_taken_back()
    {
        _chat.Says("hello", "my time zone is europe/berlin", "undo");

        Assert.Equal("Europe/Paris", _chat.Person.Zone);
        Assert.StartsWith("Taken back: your time zone", _chat.Text);
    }

    [Fact]
    public void A_walk_is_taken_back_with_the_answer_to_its_nudge()
    {
        _chat.Says("remind me weekdays at 10:30").AfterMinutes(30);
        var nudge = _chat.Nudged();
        _chat.Presses(Verbs.Walked, nudge).PressesButton("Undo");

        Assert.Equal([new Effect.WalkForgotten(DerivedId.From("walk", nudge.Value.ToString("N"))), new Effect.NudgeAnswered(nudge, null)], _chat.Effects);
        Assert.Empty(_chat.Facts!.Last84Days);
        Assert.Null(_chat.Row(nudge).Nudge!.Answer);
    }

    [Fact]
    public void Not_today_is_taken_back_and_today_is_as_planned()
    {
        _chat.Says("remind me weekdays at 10:30", "remind me weekdays at 15:00").AfterMinutes(30);
        var nudge = _chat.Nudged();

        _chat.Presses(Verbs.NotToday, nudge);
        Assert.Equal("Tue 10:30", _chat.Coming(1)[0]);

        _chat.Says("undo");
        Assert.Equal("Mon 15:00", _chat.Coming(1)[0]);
        Assert.Null(_chat.Row(nudge).Nudge!.Answer);
    }

    [Fact]
    public void After_ten_minutes_there_is_nothing_to_take_back()
    {
        _chat.Says("remind me weekdays at 10:30").AfterMinutes(10).Says("undo");

        Assert.StartsWith("There is nothing to take back just now.", _chat.Text);
        Assert.Single(_chat.Person.Schedules);
    }

    [Fact]
    public void A_second_undo_takes_nothing_further_back()
    {
        _chat.Says("remind me weekdays at 10:30", "remind me weekdays at 15:00", "undo", "undo");

        Assert.StartsWith("There is nothing to take back just now.", _chat.Text);
        Assert.Single(_chat.Person.Schedules);
    }

    [Fact]
    public void The_undo_of_an_older_message_takes_back_nothing_newer()
    {
        _chat.Says("remind me weekdays at 10:30");
        var undo = _chat.Last.Replies[0].Choices[0];
        _chat.AfterMinutes(1).Says("remind me weekdays at 15:00");

        _chat.Presses(undo);

        Assert.Equal(2, _chat.Person.Schedules.Length);
        Assert.StartsWith("There is nothing to take back just now.", _chat.Text);
    }

    [Fact]
    public void Putting_a_reminder_off_is_taken_back_and_the_reminder_stays()
    {
        _chat.Says("remind me weekdays at 10:30").AfterMinutes(5).Nudged();

        _chat.Says("snooze 20", "undo");

        Assert.Single(_chat.Person.Schedules);
        Assert.StartsWith("Taken back: it does not come again.", _chat.Text);
        Assert.DoesNotContain(_chat.Facts!.Nudges30Days, row => row.State == OutgoingState.Waiting || row.Nudge!.Answer is not null);
    }

    [Fact]
    public void A_reminder_put_off_again_after_an_undo_comes_under_a_slot_of_its_own()
    {
        _chat.Says("remind me weekdays at 10:30").AfterMinutes(5).Nudged();

        _chat.Says("snooze 20", "undo", "snooze 20");

        Assert.Equal(2, Assert.Single(_chat.Facts!.Nudges30Days, row => row.State == OutgoingState.Waiting).Nudge!.Slot.Again);
    }
}
