using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>Nudge me now, tips on a rhythm, walks in steps and miles, what was walked, snoozes and days left out.</summary>
public sealed class EverydayTests
{
    private readonly Chat _chat = new Chat().Says("remind me weekdays at 10:30");

    [Fact]
    public void Nudge_me_comes_within_seconds_and_beside_the_others()
    {
        Say(Intents.NudgeMe);

        Assert.StartsWith("Here it comes", _chat.Text);
        var next = Planning.Upcoming(_chat.Person, DateTimeZoneProviders.Tzdb, _chat.Now, 2);
        Assert.InRange(next[0].Due - _chat.Now, Duration.FromSeconds(1), Duration.FromSeconds(10));
        Assert.Single(_chat.Says("undo").Person.Schedules);
    }

    [Fact]
    public void Nudge_me_says_why_not_and_offers_a_way()
    {
        _chat.Says("stop");
        Assert.Contains("off, because you said stop", Say(Intents.NudgeMe).Text);
        Assert.Equal("Resume", _chat.Titles.First());
        Assert.Single(_chat.Person.Schedules);

        _chat.Says("resume").Becomes(person => person with { Quiet = new Hours(new(9, 0), new(12, 0)) });
        Assert.StartsWith("10:00 is in your quiet hours, 09:00 to 12:00. So I send nothing now.", Say(Intents.NudgeMe).Text);

        _chat.Becomes(person => person with { Quiet = null });
        _chat.AfterMinutes(27);
        Assert.StartsWith("One is about to come, at 10:30", Say(Intents.NudgeMe).Text);

        _chat.AfterMinutes(3);
        _chat.Nudged();
        _chat.AfterMinutes(2);
        Assert.StartsWith("One came a moment ago", Say(Intents.NudgeMe).Text);
    }

    [Fact]
    public void After_six_in_a_day_no_more_are_sent_now_or_put_off()
    {
        for (var i = 0; i < 6; i++)
        {
            _chat.AfterMinutes(30).Nudged();
        }

        _chat.AfterMinutes(10);
        Assert.StartsWith("You have had 6 reminders today", Say(Intents.NudgeMe).Text);
        Assert.StartsWith("You have had 6 reminders today, which is the most I send, so I let this one rest.", _chat.Says("in 30 minutes").Text);
        Assert.Empty(_chat.Effects);
    }

    [Fact]
    public void A_snooze_into_quiet_hours_is_kindly_not_set()
    {
        _chat.Becomes(person => person with { Quiet = new Hours(new(11, 0), new(12, 0)) });
        _chat.AfterMinutes(35).Nudged();

        _chat.Says("in 30 minutes");

        Assert.StartsWith("11:05 is in your quiet hours, 11:00 to 12:00. So I do not bring it back then. Next:", _chat.Text);
        Assert.Empty(_chat.Effects);
    }

    [Fact]
    public void A_tip_on_a_rhythm_is_a_reminder_of_its_own_kind()
    {
        var slots = new Slots { Days = ScriptedUnderstanding.Daily, Times = [new(10, 30)], About = "tip" };
        _chat.Understanding.Learn("tips", ScriptedUnderstanding.Wish(slots));

        _chat.Says("tips");

        Assert.StartsWith("I will send you a tip every day at 10:30 (Europe/Paris time).", _chat.Text);
        Assert.Equal(NudgeKind.Tip, _chat.Person.Schedules[1].Kind);
        Assert.Contains("(2) with a tip every day at 10:30", _chat.Says("show my reminders").Text);
        Assert.StartsWith("You get that tip already", _chat.Says("tips").Text);
    }

    [Fact]
    public void Twins_come_as_one_and_so_no_second_is_set()
    {
        _chat.Understanding.Learn("twin", ScriptedUnderstanding.Wish(new() { Days = ScriptedUnderstanding.Weekdays, Times = [new(10, 33)] }));
        Assert.StartsWith("You have one that comes on weekdays at 10:30.", _chat.Says("twin").Text);
        Assert.Equal("Change 10:30 to 10:33", _chat.Titles.First());
        Assert.Single(_chat.Person.Schedules);

        _chat.Understanding.Learn("daily", ScriptedUnderstanding.Wish(new() { Days = ScriptedUnderstanding.Daily, Times = [new(10, 33)] }));
        Assert.Contains("Where two come within five minutes, I send one.", _chat.Says("daily").Text);
        Assert.Equal(["Mon 10:30", "Tue 10:30", "Wed 10:30", "Thu 10:30", "Fri 10:30", "Sat 10:33"], _chat.Coming(6));
    }

    [Theory]
    [InlineData(4000, null, "about 40 minutes")]
    [InlineData(null, 3219, "about 40 minutes")]
    [InlineData(20, null, "about 1 minute")]
    public void Steps_and_miles_are_noted_as_about_so_many_minutes(int? steps, int? metres, string length)
    {
        Say(Intents.LogWalk, new() { Steps = steps, DistanceMetres = metres });

        Assert.StartsWith($"Noted: a walk of {length} today.", _chat.Text);
    }

    [Fact]
    public void Two_walks_at_once_are_two_and_are_taken_back_together()
    {
        Say(Intents.LogWalk, new() { Walks = 2, Minutes = 15 });

        Assert.StartsWith("Noted: 2 walks of 15 minutes each today. This week: 30 minutes in 2 walks, of the 5 you aim for.", _chat.Text);
        Assert.Equal(2, _chat.Facts!.Last84Days.Length);
        var noted = _chat.Effects.OfType<Effect.WalkLogged>().Select(effect => effect.Walk.Id).ToList();
        Assert.Equal(noted, _chat.PressesButton("Undo").Effects.OfType<Effect.WalkForgotten>().Select(effect => effect.Walk));
        Assert.Empty(_chat.Facts.Last84Days);
    }

    [Fact]
    public void Walks_that_no_day_holds_are_refused()
    {
        Assert.Contains("1 to 1440", Say(Intents.LogWalk, new() { Walks = 5, Minutes = 300 }).Text);
        Assert.Contains("1 to 1440", Say(Intents.LogWalk, new() { Steps = 0 }).Text);
        Assert.Contains("1 to 1440", Say(Intents.LogWalk, new() { DistanceMetres = 1_000_000 }).Text);
    }

    [Fact]
    public void Progress_is_one_true_sentence_for_the_time_that_was_asked_for()
    {
        Assert.StartsWith("No walk is noted today yet.", Say(Intents.Progress, new() { View = "day" }).Text);

        _chat.Says("walked 20", "walked 15 yesterday");

        Assert.Equal("Today: 20 minutes in 1 walk.", Say(Intents.Progress, new() { View = "day" }).Text);
        Assert.Equal("This week: 20 minutes in 1 walk, of the 5 you aim for.", Say(Intents.Progress, new() { View = "week" }).Text);
        Assert.Equal("This month: 35 minutes in 2 walks.", Say(Intents.Progress, new() { View = "month" }).Text);
        Assert.Equal("On Sunday 22 November: 15 minutes in 1 walk.", Say(Intents.Progress, new() { View = "day", Date = new(2026, 11, 22) }).Text);
        Assert.Equal("No walk is noted for Friday 20 November.", Say(Intents.Progress, new() { View = "day", Date = new(2026, 11, 20) }).Text);
        Assert.Equal(
            "From Monday 16 November to Sunday 22 November: 15 minutes in 1 walk.",
            Say(Intents.Progress, new() { View = "week", Date = new(2026, 11, 16) }).Text);
        Assert.Equal(
            "No walk is noted from Thursday 1 October to Saturday 31 October.",
            Say(Intents.Progress, new() { View = "month", Date = new(2026, 10, 1) }).Text);
        Assert.Equal("In the last 12 weeks: 35 minutes in 2 walks, on 2 days.", Say(Intents.Progress, new() { View = "all" }).Text);
    }

    [Fact]
    public void A_day_behind_others_is_left_out_alone()
    {
        _chat.Says("skip thursday");

        Assert.StartsWith("That is fine. I leave out Thursday 26 November. Next: Monday 23 November at 10:30", _chat.Text);
        Assert.Equal(["Mon 10:30", "Tue 10:30", "Wed 10:30", "Fri 10:30", "Mon 10:30", "Tue 10:30", "Wed 10:30", "Thu 10:30"], _chat.Coming(8));
        Assert.StartsWith("Nothing is planned on Thursday 26 November", Say(Intents.Skip, new() { Which = "2026-11-26" }).Text);
        _chat.Says("skip tomorrow");
        Assert.Equal(["Mon 10:30", "Wed 10:30", "Fri 10:30"], _chat.Coming(3));
        Assert.Equal(["Mon 10:30", "Tue 10:30", "Wed 10:30", "Fri 10:30"], _chat.Says("undo").Coming(4));
        Assert.Single(_chat.Person.Schedules);
    }

    [Fact]
    public void A_day_with_nothing_planned_has_nothing_to_leave_out()
    {
        Say(Intents.Skip, new() { Which = "2026-11-28" });

        Assert.StartsWith("Nothing is planned on Saturday 28 November", _chat.Text);
        Assert.Single(_chat.Person.Schedules);
    }

    [Fact]
    public void A_pause_names_the_first_one_after_it() =>
        Assert.Contains("The first after that: Monday 30 November at 10:30.", _chat.Says("pause for a week").Text);

    private Chat Say(string label, Slots? slots = null)
    {
        _chat.Understanding.Learn("say", ScriptedUnderstanding.Of(label, slots));
        return _chat.Says("say");
    }
}
