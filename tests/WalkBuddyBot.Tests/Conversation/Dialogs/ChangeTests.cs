using NodaTime;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class ChangeTests
{
    private readonly Chat _chat = new Chat().Says("remind me weekdays at 10:30");

    [Fact]
    public void The_only_reminder_comes_at_its_new_time_and_keeps_its_id()
    {
        var id = _chat.Person.Schedules[0].Id;

        Change(new() { ToTime = new(11, 0) });

        Assert.Equal(id, Assert.Single(_chat.Person.Schedules).Id);
        Assert.Equal(
            "Changed. It comes on weekdays at 11:00 now (Europe/Paris time). "
            + "Next: Monday 23 November at 11:00, Tuesday 24 November at 11:00 and Wednesday 25 November at 11:00.",
            _chat.Text);
        Assert.Equal(["Mon 10:30"], _chat.PressesButton("Undo").Coming(1));
        Assert.StartsWith("Taken back: your reminders are as they were before that change.", _chat.Text);
    }

    [Fact]
    public void A_time_of_today_that_is_past_starts_tomorrow()
    {
        Change(new() { ToTime = new(9, 0) });

        Assert.Contains("Next: Tuesday 24 November at 09:00", _chat.Text);
    }

    [Fact]
    public void What_has_come_today_does_not_come_again_under_its_new_time()
    {
        _chat.Passes(_chat.Now + Duration.FromMinutes(45));

        Change(new() { ToTime = new(11, 0) });

        Assert.Equal(["Tue 11:00"], _chat.Coming(1));
    }

    [Fact]
    public void A_reminder_made_after_its_time_of_today_may_be_moved_into_today()
    {
        var chat = new Chat();
        chat.Understanding.Learn("at 9", ScriptedUnderstanding.Wish(new() { Days = ScriptedUnderstanding.Daily, Times = [new(9, 0)] }));
        chat.Says("at 9");

        Assert.Equal(["Mon 11:00"], Change(chat, new() { ToTime = new(11, 0) }).Coming(1));
    }

    [Fact]
    public void One_of_several_times_is_asked_for_and_each_button_is_the_whole_change()
    {
        var chat = Several();

        Change(chat, new() { ToTime = new(11, 0) });

        Assert.StartsWith("Which one do you mean? You asked for: on weekdays at 09:00, 12:00 and 16:00.", chat.Text);
        Assert.Equal(["Change 09:00 to 11:00", "Change 12:00 to 11:00", "Change 16:00 to 11:00", "Show reminders"], chat.Titles);
        Assert.Equal(Questions.ChangeWhich, chat.Person.Dialog!.Question);
        Assert.Equal(new LocalTime(11, 0), KeptSlots.Read(chat.Person.Dialog.Slots).ToTime);
        Assert.Empty(chat.Effects);
    }

    [Fact]
    public void Of_several_reminders_the_one_that_was_just_set_is_meant()
    {
        _chat.Says("remind me weekdays at 15:00");

        Change(new() { ToTime = new(16, 0) });

        Assert.Equal(["Mon 10:30", "Mon 16:00"], _chat.Coming(2));
    }

    [Fact]
    public void Of_several_reminders_it_asks_which_once_the_last_is_no_longer_fresh()
    {
        _chat.Says("remind me weekdays at 15:00").AfterMinutes(11);

        Change(new() { ToTime = new(16, 0) });

        Assert.Equal(["Change 10:30 to 16:00", "Change 15:00 to 16:00", "Show reminders"], _chat.Titles);
    }

    [Fact]
    public void The_second_one_is_the_second_of_the_list()
    {
        _chat.Says("remind me weekdays at 15:00", "show my reminders");
        Assert.Contains("(1) on weekdays at 10:30; (2) on weekdays at 15:00", _chat.Text);

        Change(new() { Which = "2", ToTime = new(16, 0) });

        Assert.Equal(["Mon 10:30", "Mon 16:00"], _chat.Coming(2));
    }

    [Fact]
    public void A_time_that_nothing_has_changes_nothing()
    {
        Change(new() { FromTime = new(7, 0), ToTime = new(8, 0) });

        Assert.StartsWith("I find no reminder of yours at that time or on that day", _chat.Text);
        Assert.Contains("on weekdays at 10:30", _chat.Text);
        Assert.Null(_chat.Person.Undo is { What: "undo.change" } ? _chat.Person.Undo : null);
    }

    [Fact]
    public void With_no_reminder_it_says_so() => Assert.StartsWith("You have no reminders.", Change(new Chat(), new() { ToTime = new(8, 0) }).Text);

    [Theory]
    [InlineData(30, "09:00, 12:00 and 16:30")]
    [InlineData(-60, "09:00, 12:00 and 15:00")]
    public void One_time_of_several_moves_later_or_earlier(int minutes, string times)
    {
        var chat = Change(Several(), new() { FromTime = new(16, 0), ShiftMinutes = minutes });

        Assert.StartsWith($"Changed. It comes on weekdays at {times} now", chat.Text);
    }

    [Fact]
    public void Everything_moves_and_a_rhythm_moves_as_a_rhythm()
    {
        var chat = Several().Says("remind me every day at 19:00");

        Change(chat, new() { All = true, ShiftMinutes = 30 });

        Assert.StartsWith("Changed. They come on weekdays at 09:30, 12:30 and 16:30; every day at 19:30 now", chat.Text);

        var rhythm = new Chat().Says("remind me every 90 minutes from 09:00 to 17:00 on weekdays");
        Assert.Contains("every 90 minutes from 09:30 to 17:00 on weekdays", Change(rhythm, new() { ShiftMinutes = 30 }).Text);
    }

    [Fact]
    public void Past_midnight_nothing_moves()
    {
        Change(new() { ShiftMinutes = 14 * 60 });

        Assert.StartsWith("That would pass midnight", _chat.Text);
        Assert.Equal(["Mon 10:30"], _chat.Coming(1));
    }

    [Fact]
    public void A_day_moves_and_a_day_goes()
    {
        Change(new() { FromDay = IsoDayOfWeek.Monday, ToDay = IsoDayOfWeek.Saturday });
        Assert.Equal(["Tue 10:30", "Wed 10:30", "Thu 10:30", "Fri 10:30", "Sat 10:30", "Tue 10:30"], _chat.Coming(6));

        Change(new() { RemoveDays = [IsoDayOfWeek.Friday] });
        Assert.Equal(["Tue 10:30", "Wed 10:30", "Thu 10:30", "Sat 10:30", "Tue 10:30"], _chat.Coming(5));
    }

    [Fact]
    public void A_time_goes_and_the_last_one_leaves_no_reminder()
    {
        var chat = Change(Several(), new() { RemoveTimes = [new(16, 0)] });
        Assert.StartsWith("Changed. It comes on weekdays at 09:00 and 12:00 now", chat.Text);

        Change(new() { RemoveTimes = [new(10, 30)] });
        Assert.Empty(_chat.Person.Schedules);
        Assert.StartsWith("Taken away. You have no reminders now", _chat.Text);
        Assert.Equal(["Mon 10:30"], _chat.PressesButton("Undo").Coming(1));
    }

    [Fact]
    public void A_time_goes_out_of_a_rhythm_too()
    {
        var chat = new Chat().Says("remind me every 90 minutes from 09:00 to 17:00 on weekdays");

        Change(chat, new() { RemoveTimes = [new(12, 0)] });

        Assert.Equal(["Mon 10:30", "Mon 13:30"], chat.Coming(2));
    }

    [Fact]
    public void A_time_that_two_reminders_have_is_asked_for()
    {
        _chat.Understanding.Learn("sat", ScriptedUnderstanding.Wish(new() { Days = [IsoDayOfWeek.Saturday], Times = [new(10, 30)] }));
        _chat.Says("sat");

        Change(new() { RemoveTimes = [new(10, 30)] });

        Assert.StartsWith("Which one do you mean?", _chat.Text);
        Assert.Equal(["Remove the first one", "Remove Saturday", "Show reminders"], _chat.Titles);
        Assert.True(KeptSlots.Read(_chat.Person.Dialog!.Slots).Off);
    }

    [Fact]
    public void All_go_at_once_and_come_back_at_once()
    {
        var chat = Several().Says("remind me every day at 19:00");
        var before = chat.Coming(8);

        Change(chat, new() { All = true, Off = true });
        Assert.Empty(chat.Person.Schedules);

        Assert.Equal(before, chat.PressesButton("Undo").Coming(8));
    }

    [Fact]
    public void Other_days_another_rhythm_and_both_take_the_place_of_what_was()
    {
        Assert.Contains("It comes on weekends at 10:30 now", Change(new() { Days = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] }).Text);
        Assert.Contains("It comes on weekdays at 09:00 now", Change(new() { Days = ScriptedUnderstanding.Weekdays, ToTime = new(9, 0) }).Text);
        Assert.Contains("It comes every 2 hours from 09:00 to 17:00 on weekdays now", Change(new() { EveryMinutes = 120 }).Text);
        Assert.Contains("It comes every 3 hours from 09:00 to 17:00 on weekdays now", Change(new() { EveryMinutes = 180 }).Text);
    }

    [Fact]
    public void A_rhythm_has_no_single_time_to_change()
    {
        var chat = Change(new Chat().Says("remind me every 90 minutes from 09:00 to 17:00 on weekdays"), new() { ToTime = new(11, 0) });

        Assert.StartsWith("That one comes every 90 minutes", chat.Text);
        Assert.Equal("Make it weekdays at 11:00", chat.Titles.First());
    }

    [Fact]
    public void A_one_off_moves_in_time_and_in_days()
    {
        var chat = new Chat().Says("remind me tomorrow at 12:00");

        Assert.Contains("once on Tuesday 24 November at 15:00", Change(chat, new() { ToTime = new(15, 0) }).Text);
        Assert.Contains("once on Friday 27 November at 15:00", Change(chat, new() { Days = [IsoDayOfWeek.Friday] }).Text);
        Assert.Contains("has passed already", Change(chat, new() { ToDay = IsoDayOfWeek.Monday, ToTime = new(9, 0) }).Text);
        Assert.Equal(["Fri 15:00"], chat.Coming(2));
    }

    [Fact]
    public void A_half_of_the_day_that_was_left_open_is_the_near_one_or_asked_for()
    {
        var chat = Several();
        Assert.Contains("at 09:00, 12:00 and 17:00", Open(chat, new() { FromTime = new(4, 0), ToTime = new(5, 0), Open = [new(4, 0), new(5, 0)] }).Text);

        Open(_chat, new() { ToTime = new(7, 0), Open = [new(7, 0)] });
        Assert.Equal("At 7 in the morning or in the evening?", _chat.Text);
        Assert.Equal(["Change 10:30 to 07:00", "Change 10:30 to 19:00", "Show reminders"], _chat.Titles);
    }

    [Fact]
    public void A_second_thought_is_about_the_time_that_was_just_changed()
    {
        var chat = Change(Several(), new() { FromTime = new(12, 0), ToTime = new(13, 0) });

        Assert.StartsWith("Changed. It comes on weekdays at 09:00, 13:30 and 16:00 now", Change(chat, new() { ToTime = new(13, 30) }).Text);
    }

    [Fact]
    public void A_one_off_of_today_moves_to_the_half_of_the_day_that_is_still_to_come()
    {
        var chat = new Chat();
        chat.Understanding.Learn("noon", ScriptedUnderstanding.Wish(new() { Once = new LocalDateTime(2026, 11, 23, 11, 0) }));

        Assert.Contains("once on Monday 23 November at 20:00", Open(chat.Says("noon"), new() { ToTime = new(8, 0), Open = [new(8, 0)] }).Text);
    }

    [Fact]
    public void A_bare_wish_for_change_asks_what_and_a_time_alone_answers()
    {
        _chat.Understanding.Learn("change my reminder", ScriptedUnderstanding.Of(Intents.ChangeTime) with { Ask = Asks.Times });
        _chat.Says("change my reminder");
        Assert.StartsWith("What shall I change? It comes on weekdays at 10:30.", _chat.Text);
        Assert.Equal(
            ["Move the 10:30 30 minutes later", "Move the 10:30 30 minutes earlier", "Remove the 10:30", "Show reminders"], _chat.Titles);

        Change(new() { FromTime = new(11, 0) });

        Assert.Equal(["Mon 11:00"], _chat.Coming(1));
    }

    [Fact]
    public void A_move_behind_one_that_is_still_to_come_loses_neither()
    {
        var chat = Several();
        chat.Becomes(person => person with { Schedules = [person.Schedules[0] with { DoneThrough = new LocalDateTime(2026, 11, 22, 0, 0) }] });
        chat.Clock.Reset(Instant.FromUtc(2026, 11, 23, 7, 30));
        chat.Passes(Instant.FromUtc(2026, 11, 23, 8, 30));

        Change(chat, new() { FromTime = new(9, 0), ToTime = new(17, 0) });

        Assert.Equal(["Mon 12:00", "Mon 16:00", "Tue 12:00", "Tue 16:00", "Tue 17:00"], chat.Coming(5));
    }

    [Fact]
    public void What_was_left_out_stays_left_out_under_its_new_time()
    {
        _chat.Says("skip the next one");

        Assert.Equal(["Tue 11:00"], Change(new() { ToTime = new(11, 0) }).Coming(1));
    }

    [Fact]
    public void A_change_past_six_a_day_is_not_made()
    {
        var chat = Several().Says("remind me every day at 19:00");

        Change(chat, new() { Which = "2", EveryMinutes = 60 });

        Assert.StartsWith("That would be more than 6 reminders a day", chat.Text);
        Assert.Equal(4, chat.Coming(4).Count(slot => slot.StartsWith("Mon", StringComparison.Ordinal) || slot.StartsWith("Tue", StringComparison.Ordinal)));
    }

    [Fact]
    public void While_paused_it_is_changed_and_says_until_when()
    {
        _chat.Says("pause for a week");

        Assert.Contains("at 11:00 now (Europe/Paris time). Next: Monday 30 November at 11:00", Change(new() { ToTime = new(11, 0) }).Text);
        Assert.Contains("paused until Monday 30 November", _chat.Text);
    }

    private static Chat Several()
    {
        var chat = new Chat();
        chat.Understanding.Learn("several", ScriptedUnderstanding.Wish(
            new() { Days = ScriptedUnderstanding.Weekdays, Times = [new(9, 0), new(12, 0), new(16, 0)] }));
        return chat.Says("several");
    }

    private Chat Change(Slots slots) => Change(_chat, slots);

    private static Chat Change(Chat chat, Slots slots)
    {
        chat.Understanding.Learn("change", ScriptedUnderstanding.Of(Intents.ChangeTime, slots));
        return chat.Says("change");
    }

    private static Chat Open(Chat chat, Slots slots)
    {
        chat.Understanding.Learn("open", ScriptedUnderstanding.Of(Intents.ChangeTime, slots) with { Ask = Asks.HalfOfDay });
        return chat.Says("open");
    }
}
