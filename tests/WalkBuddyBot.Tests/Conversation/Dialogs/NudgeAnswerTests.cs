using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class NudgeAnswerTests
{
    private readonly Chat _chat = new Chat().Says("remind me weekdays at 10:30").AfterMinutes(30);

    private static Instant Midnight => Instant.FromUtc(2026, 11, 23, 23, 0);

    [Fact]
    public void I_walked_is_noted_answered_and_folded()
    {
        var nudge = _chat.Nudged();

        _chat.AfterMinutes(5).Presses(Verbs.Walked, nudge);

        var walk = new LoggedWalk(DerivedId.From("walk", nudge.Value.ToString("N")), new LocalDate(2026, 11, 23), 10, nudge);
        Assert.Equal([new Effect.WalkLogged(walk), new Effect.NudgeAnswered(nudge, NudgeAnswer.Walked), new Effect.CancelWaiting("walked", Midnight)], _chat.Effects);
        Assert.Equal("Noted: a walk of 10 minutes today. This week: 10 minutes in 1 walk, of the 5 you aim for. Next: Tuesday 24 November at 10:30.", _chat.Text);
        Assert.Contains("Undo", _chat.Titles);
        AssertFolded(nudge, "Noted: a walk of 10 minutes today.");
    }

    [Theory]
    [InlineData("done", Verbs.Walked)]
    [InlineData("i walked", Verbs.Walked)]
    [InlineData("in 30 minutes", Verbs.Snooze)]
    [InlineData("not today", Verbs.NotToday)]
    public void Typed_words_give_the_same_state_as_the_button(string words, string verb)
    {
        var pressed = new Chat().Says("remind me weekdays at 10:30").AfterMinutes(30);
        var byButton = pressed.Nudged();
        var byWord = _chat.Nudged();

        _chat.Says(words);
        pressed.Presses(verb, byButton);

        Assert.Equal(pressed.Text, _chat.Text);
        Assert.Equal(pressed.Row(byButton).Nudge!.Answer, _chat.Row(byWord).Nudge!.Answer);
        Assert.NotNull(_chat.Row(byWord).Nudge!.Answer);
        Assert.Equal(pressed.Facts!.Last84Days.AsEnumerable(), _chat.Facts!.Last84Days);
        Assert.Equal(pressed.Coming(4), _chat.Coming(4));
        Assert.Equal(pressed.Facts.Nudges30Days.Select(row => (row.Id, row.NotBefore)), _chat.Facts.Nudges30Days.Select(row => (row.Id, row.NotBefore)));
        Assert.Equal(pressed.Last.Replies[1].Replaces, _chat.Last.Replies[1].Replaces);
    }

    [Fact]
    public void A_walk_is_noted_at_any_time_and_adds_up()
    {
        _chat.Says("walked 20", "walked 15 yesterday", "done");

        Assert.StartsWith("Noted: a walk of 10 minutes today. This week: 30 minutes in 2 walks, of the 5 you aim for.", _chat.Text);
        Assert.Equal([20, 15, 10], _chat.Facts!.Last84Days.Select(day => day.Minutes));
    }

    [Fact]
    public void Yesterday_s_walk_silences_nothing_today_and_may_belong_to_last_week()
    {
        _chat.Says("walked 15 yesterday");

        Assert.StartsWith("Noted: a walk of 15 minutes on Sunday 22 November. It counts for last week.", _chat.Text);
        Assert.Single(_chat.Effects);
    }

    [Fact]
    public void A_walk_before_the_day_s_only_reminder_silences_it_until_the_walk_is_taken_back()
    {
        var chat = new Chat().Says("remind me weekdays at 10:30", "walked 20");
        Assert.Equal("Tue 10:30", chat.Coming(1)[0]);

        Assert.Equal("Mon 10:30", chat.Says("undo").Coming(1)[0]);
    }

    [Fact]
    public void Where_more_than_one_was_asked_for_the_others_still_come()
    {
        _chat.Says("remind me weekdays at 15:00");
        var nudge = _chat.Nudged();

        Assert.Equal("Mon 15:00", _chat.Presses(Verbs.Walked, nudge).Coming(1)[0]);
    }

    [Fact]
    public void Impossible_walks_are_refused()
    {
        Assert.Contains("1 to 1440", _chat.Says("walked 2000").Text);
        Assert.Contains("not come yet", _chat.Says("i walked tomorrow").Text);
        Assert.Contains("seven days back", _chat.Says("i walked last month").Text);
        Assert.Contains("1 to 1440", _chat.Presses(Verbs.Walked, null, ("minutes", "-5; drop")).Text);
        Assert.Empty(_chat.Facts!.Last84Days);
    }

    [Fact]
    public void In_30_minutes_brings_it_back_under_the_next_slot()
    {
        var nudge = _chat.Nudged();
        var slot = _chat.Row(nudge).Nudge!.Slot;

        _chat.Presses(Verbs.Snooze, nudge);

        var due = _chat.Now + Duration.FromMinutes(30);
        Assert.Contains(new Effect.Snoozed(slot with { Again = 1 }, NudgeKind.Walk, due, Duration.FromHours(1)), _chat.Effects);
        Assert.Equal("Back at 11:00.", _chat.Text);
        AssertFolded(nudge, "Back at 11:00.");
    }

    [Fact]
    public void The_minutes_can_be_chosen_within_twelve_hours()
    {
        var nudge = _chat.Nudged();

        Assert.Contains("1 to 720", _chat.Presses(Verbs.Snooze, nudge, ("minutes", "0")).Text);
        Assert.Contains("1 to 720", _chat.Says("snooze 900").Text);
        Assert.Equal("Back at 10:50.", _chat.Says("snooze 20").Text);
        Assert.StartsWith("It is put off already, and comes back at 10:50.", _chat.Says("snooze 20").Text);
    }

    [Fact]
    public void The_fourth_time_tomorrow_is_offered()
    {
        var nudge = _chat.Nudged(again: 3);

        _chat.Presses(Verbs.Snooze, nudge);

        Assert.Empty(_chat.Effects);
        Assert.StartsWith("That one has come back 3 times today", _chat.Text);
        Assert.Equal("remind me tomorrow at 10:30", _chat.Last.Replies[0].Choices[0].Inputs["say"]);
    }

    [Fact]
    public void With_nothing_to_put_off_a_reminder_is_offered()
    {
        _chat.Says("in 30 minutes");

        Assert.StartsWith("There is no reminder to put off", _chat.Text);
        Assert.Equal("Remind me in 30 minutes", _chat.Titles.First());
    }

    [Fact]
    public void What_is_stopped_is_not_brought_back()
    {
        var nudge = _chat.Nudged();

        _chat.Says("stop").Presses(Verbs.Snooze, nudge);

        Assert.Empty(_chat.Effects);
        Assert.Contains("off, because you said stop", _chat.Text);
    }

    [Fact]
    public void Not_today_is_neutral_and_silences_the_rest_of_the_day()
    {
        _chat.Says("remind me weekdays at 15:00");
        var nudge = _chat.Nudged();

        _chat.Presses(Verbs.NotToday, nudge);

        Assert.Equal([new Effect.NudgeAnswered(nudge, NudgeAnswer.NotToday), new Effect.CancelWaiting("not today", Midnight)], _chat.Effects);
        Assert.Equal("That is fine. No more reminders today, and the day counts neither way. Next: Tuesday 24 November at 10:30 and 15:00, then Wednesday 25 November at 10:30.", _chat.Text);
        AssertFolded(nudge, "That is fine. No more reminders today, and the day counts neither way.");
    }

    [Fact]
    public void Yesterday_s_nudge_says_nothing_about_today()
    {
        var nudge = _chat.Nudged();

        _chat.After(Duration.FromHours(20)).Presses(Verbs.NotToday, nudge);
        Assert.Equal("Tue 10:30", _chat.Coming(1)[0]);

        var other = _chat.After(Duration.FromHours(4)).Nudged();
        _chat.After(Duration.FromHours(20)).Presses(Verbs.Walked, other);
        Assert.StartsWith("Noted: a walk of 10 minutes on Tuesday 24 November.", _chat.Text);
    }

    [Theory]
    [InlineData(Verbs.Walked)]
    [InlineData(Verbs.Snooze)]
    [InlineData(Verbs.NotToday)]
    public void A_second_press_is_answered_kindly_and_does_nothing(string verb)
    {
        var nudge = _chat.Nudged();
        var before = _chat.Presses(verb, nudge).Person;

        _chat.AfterMinutes(1).Presses(verb, nudge);

        Assert.Empty(_chat.Effects);
        Assert.Contains("noted already", _chat.Text);
        Assert.Equal(before.Schedules.AsEnumerable(), _chat.Person.Schedules);
        Assert.NotEmpty(_chat.Titles);
    }

    [Theory]
    [InlineData(Verbs.Walked, Verbs.NotToday, "I walked", true)]
    [InlineData(Verbs.NotToday, Verbs.Walked, "not today", true)]
    [InlineData(Verbs.Snooze, Verbs.Walked, "later", true)]
    public void From_two_tabs_the_first_answer_stands_and_the_second_says_so(string first, string second, string said, bool undo)
    {
        var nudge = _chat.Nudged();

        _chat.Presses(first, nudge).Presses(second, nudge);

        Assert.Empty(_chat.Effects);
        Assert.Contains($"answered that reminder with {said} first", _chat.Text);
        Assert.Equal(undo, _chat.Titles.Contains("Undo"));
    }

    [Fact]
    public void A_walk_taken_back_can_be_noted_again()
    {
        var nudge = _chat.Nudged();

        _chat.Presses(Verbs.Walked, nudge).PressesButton("Undo").Presses(Verbs.Walked, nudge);

        Assert.Single(_chat.Facts!.Last84Days);
        Assert.Equal(NudgeAnswer.Walked, _chat.Row(nudge).Nudge!.Answer);
    }

    [Fact]
    public void An_old_or_unknown_nudge_is_kindly_let_go()
    {
        var nudge = _chat.Nudged();
        _chat.After(Duration.FromDays(7) + Duration.FromSeconds(1));

        Assert.StartsWith("That reminder is long past", _chat.Presses(Verbs.Walked, nudge).Text);
        Assert.StartsWith("That reminder is long past", _chat.Presses(Verbs.Snooze, new OutgoingId(DerivedId.From("nudge", "none"))).Text);
        Assert.Empty(_chat.Effects);
        Assert.Contains("I walked", _chat.Titles);
    }

    [Fact]
    public void Words_answer_only_a_fresh_nudge_that_was_shown()
    {
        var dropped = _chat.Nudged(state: OutgoingState.Dropped);
        _chat.Says("done");
        Assert.Null(_chat.Row(dropped).Nudge!.Answer);

        var old = _chat.AfterMinutes(1).Nudged();
        _chat.After(Duration.FromHours(13)).Says("done");
        Assert.Null(_chat.Row(old).Nudge!.Answer);
    }

    [Fact]
    public void The_next_one_or_tomorrow_s_can_be_left_out_and_brought_back()
    {
        var chat = new Chat().Says("remind me weekdays at 10:30", "skip the next one");
        Assert.Equal("Tue 10:30", chat.Coming(1)[0]);
        Assert.StartsWith("That is fine. I leave out Monday 23 November at 10:30. Next: Tuesday 24 November at 10:30", chat.Text);

        Assert.Equal(["Wed 10:30"], chat.Says("skip tomorrow").Coming(1));
        Assert.Equal(["Tue 10:30"], chat.Says("undo").Coming(1));
    }

    [Fact]
    public void Skip_this_one_said_to_a_nudge_is_that_nudge()
    {
        var nudge = _chat.Nudged();

        _chat.Says("skip the next one");

        Assert.Equal(NudgeAnswer.NotToday, _chat.Row(nudge).Nudge!.Answer);
    }

    [Fact]
    public void Kilometres_and_a_bare_snooze_are_asked_for_in_minutes()
    {
        _chat.Says("walked 5 km");
        Assert.StartsWith("About how many minutes was it?", _chat.Text);
        Assert.Empty(_chat.Effects);
        Assert.StartsWith("Noted: a walk of 20 minutes today.", _chat.PressesButton("20 minutes").Text);

        _chat.Nudged();
        _chat.Says("snooze");
        Assert.Empty(_chat.Effects);
        Assert.Equal("Back at 10:45.", _chat.PressesButton("In 15 minutes").Text);
    }

    private void AssertFolded(OutgoingId nudge, string line)
    {
        var fold = _chat.Last.Replies[1];
        Assert.Equal((nudge, Urgency.Fold, line), (fold.Replaces, fold.Urgency, fold.Text));
        Assert.Equal(new CardModel.Folded(line), fold.Card);
    }
}
