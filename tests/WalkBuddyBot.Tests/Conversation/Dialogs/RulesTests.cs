using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>Goals, hours, and how things stand.</summary>
public sealed class RulesTests
{
    private readonly Chat _chat = new Chat().Says("remind me weekdays at 10:30");

    [Fact]
    public void A_goal_in_walks_is_set_shown_counted_and_taken_back()
    {
        Goal(new() { Walks = 3, Per = "week" });
        Assert.StartsWith("Your goal is 3 walks a week now. No walk is noted this week yet.", _chat.Text);
        Assert.Contains("1 walk, of the 3 you aim for.", _chat.Says("walked 20").Text);
        Assert.Contains("That reaches your goal of 3 walks.", _chat.AfterMinutes(2).Says("walked 20").AfterMinutes(2).Says("walked 20").Text);
        Assert.StartsWith("Your goal is 3 walks a week. This week: 60 minutes in 3 walks.", Goal(new() { Show = true }).Text);

        Assert.Equal(0, Goal(new() { Off = true }).Person.Plan.WalksPerWeek);
        Assert.Equal(3, _chat.PressesButton("Undo").Person.Plan.WalksPerWeek);
        Assert.StartsWith("Taken back: your goal is as it was.", _chat.Text);
    }

    [Fact]
    public void A_goal_in_minutes_counts_minutes()
    {
        Assert.StartsWith("Your goal is 140 minutes of walking a week now.", Goal(new() { Minutes = 20, Per = "day" }).Text);
        Assert.Contains("This week: 20 minutes in 1 walk, of the 140 minutes you aim for.", _chat.Says("walked 20").Text);
    }

    [Theory]
    [InlineData(0, "week")]
    [InlineData(11, "day")]
    [InlineData(71, "week")]
    public void A_goal_nobody_can_walk_is_refused(int walks, string per) =>
        Assert.StartsWith("That is not a goal I can count.", Goal(new() { Walks = walks, Per = per }).Text);

    [Fact]
    public void Which_goal_is_asked_for() =>
        Assert.Equal(["5 walks a week", "100 minutes a week", "No goal", "What can you do?"], Goal(new()).Titles);

    [Fact]
    public void More_walks_than_days_let_a_second_reminder_of_a_day_come_after_one_walk()
    {
        Goal(new() { Walks = 2, Per = "day" });
        Assert.Contains("On a day with 2 walks noted", _chat.Text);

        Assert.Equal(["Mon 10:30"], _chat.Says("walked 20").Coming(1));
        Assert.Equal(["Tue 10:30"], _chat.AfterMinutes(2).Says("walked 20").Coming(1));
    }

    [Fact]
    public void Quiet_hours_are_set_with_what_falls_inside_named_and_a_way_offered()
    {
        Hours(new() { From = new(9, 0), To = new(11, 0) });

        Assert.Equal(
            "Your quiet hours are 09:00 to 11:00 now. I send no reminder then. "
            + "So these do not come for now: on weekdays at 10:30. No reminder is planned.",
            _chat.Text);
        Assert.Equal(["Undo", "Change 10:30 to 11:00", "Show reminders", "What can you do?"], _chat.Titles);
        Assert.Null(_chat.PressesButton("Undo").Person.Quiet);
        Assert.Equal(["Mon 10:30"], _chat.Coming(1));
    }

    [Fact]
    public void Nothing_after_nine_and_nothing_before_eight_come_together()
    {
        Hours(new() { From = new(21, 0) });
        Assert.StartsWith("Your quiet hours are 21:00 to midnight now.", _chat.Text);

        Hours(new() { To = new(8, 0) });
        Assert.Equal(new Hours(new(21, 0), new(8, 0)), _chat.Person.Quiet);
        Assert.StartsWith("Your quiet hours are 21:00 to 08:00.", Hours(new() { Show = true }).Text);
        Assert.Null(Hours(new() { Off = true }).Person.Quiet);

        Hours(new() { From = new(12, 0), To = new(14, 0) });
        Assert.StartsWith("Your quiet hours are 20:00 to midnight now.", Hours(new() { From = new(20, 0) }).Text);
    }

    [Fact]
    public void A_wish_outside_the_hours_is_asked_about_and_set_by_a_yes_or_by_other_hours()
    {
        Hours(new() { From = new(9, 0), To = new(17, 0), About = "fence" });
        Assert.StartsWith("Set. I remind you only from 09:00 to 17:00.", _chat.Text);

        _chat.Says("remind me every day at 19:00");
        Assert.StartsWith("19:00 is outside the hours you set, 09:00 to 17:00. The nearest that fits is every day at 17:00.", _chat.Text);
        Assert.Equal(["Set that", "Only between 09:00 and 19:00", "No", "Show reminders"], _chat.Titles);
        Assert.Single(_chat.Person.Schedules);

        Hours(new() { From = new(9, 0), To = new(19, 0), About = "fence" });
        Assert.StartsWith("Set. I remind you only from 09:00 to 19:00. I will remind you to walk every day at 19:00", _chat.Text);
        Assert.Equal(["Mon 10:30", "Mon 19:00"], _chat.Coming(2));

        _chat.PressesButton("Undo");
        Assert.Equal((1, new Hours(new(9, 0), new(17, 0))), (_chat.Person.Schedules.Length, _chat.Person.Fence));
    }

    [Fact]
    public void Hours_that_hold_no_time_are_refused() =>
        Assert.StartsWith("Those hours begin and end at the same time", Hours(new() { From = new(9, 0), To = new(9, 0) }).Text);

    [Fact]
    public void A_rhythm_with_no_window_keeps_to_the_hours()
    {
        var chat = new Chat();
        Hours(chat, new() { From = new(10, 0), To = new(15, 0), About = "fence" });
        chat.Understanding.Learn("every hour", ScriptedUnderstanding.Wish(new() { EveryMinutes = 60, Days = ScriptedUnderstanding.Weekdays }));

        Assert.Contains("every hour from 10:00 to 15:00 on weekdays", chat.Says("every hour").Text);
    }

    [Fact]
    public void A_rhythm_loses_the_times_that_quiet_hours_keep_back()
    {
        Hours(new() { From = new(12, 0), To = new(14, 0) });

        Assert.Contains(
            "on weekdays at 09:00, 10:30, 15:00 and 16:30. Shall I set that?",
            _chat.Says("remind me every 90 minutes from 09:00 to 17:00 on weekdays").Text);
    }

    [Fact]
    public void Status_names_the_state_the_next_three_the_zone_the_hours_and_the_goal()
    {
        Hours(new() { From = new(21, 0), To = new(8, 0) });

        Assert.Equal(
            "Your reminders are on. Next: Monday 23 November at 10:30, Tuesday 24 November at 10:30 and Wednesday 25 November at 10:30. "
            + "Your time zone is Europe/Paris. Your quiet hours are 21:00 to 08:00. Your goal is 5 walks a week.",
            _chat.Says("status").Text);
        Assert.StartsWith("Your reminders are off, because you said stop.", _chat.Says("stop", "status").Text);
    }

    [Fact]
    public void Feedback_is_thanked_for_and_points_to_who_runs_the_service()
    {
        var told = ScriptedUnderstanding.Of(Intents.Feedback, new() { Opinion = "bad" });
        _chat.Understanding.Learn("useless", told);
        Assert.StartsWith("I am sorry that I was no help. I keep nothing of what you say, so please tell whoever runs", _chat.Says("useless").Text);

        var chat = new Chat(settings: new() { ["Feedback:Contact"] = "walks@example.org" });
        chat.Understanding.Learn("useless", told);
        Assert.Contains("write to: walks@example.org.", chat.Says("useless").Text);
    }

    private Chat Goal(Slots slots)
    {
        _chat.Understanding.Learn("goal", ScriptedUnderstanding.Of(Intents.Goal, slots));
        return _chat.Says("goal");
    }

    private Chat Hours(Slots slots) => Hours(_chat, slots);

    private static Chat Hours(Chat chat, Slots slots)
    {
        chat.Understanding.Learn("hours", ScriptedUnderstanding.Of(Intents.QuietHours, slots));
        return chat.Says("hours");
    }
}
