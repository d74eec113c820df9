using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Context;

public sealed class ContextTests
{
    private static readonly Slots ThreeWalks = new() { Walks = 3, Per = "week" };

    [Theory]
    [InlineData("no 4", 4, null)]
    [InlineData("no, make that 4", 4, null)]
    [InlineData("sorry i meant 4", 4, null)]
    [InlineData("4, not 3", 4, null)]
    [InlineData("not 3 but 4", 4, null)]
    [InlineData("no, 100 minutes", null, 100)]
    public void A_goal_just_set_is_put_right(string words, int? walks, int? minutes)
    {
        var meaning = After(Intents.Goal, ThreeWalks, words);

        Assert.Equal((Intents.Goal, true), (meaning.Label, meaning.Amends));
        Assert.Equal((walks, minutes, "week"), (meaning.Slots.Walks, meaning.Slots.Minutes, meaning.Slots.Per));
    }

    [Theory]
    [InlineData("sorry, 30 minutes", 30, null)]
    [InlineData("oops 30", 30, null)]
    [InlineData("no it was half an hour", 30, null)]
    [InlineData("sorry that was yesterday", 20, 22)]
    public void A_walk_just_noted_is_put_right(string words, int minutes, int? day)
    {
        var meaning = After(Intents.LogWalk, new() { Minutes = 20 }, words);

        Assert.Equal((Intents.LogWalk, true), (meaning.Label, meaning.Amends));
        Assert.Equal((minutes, day), (meaning.Slots.Minutes, meaning.Slots.Date?.Day));
    }

    [Fact]
    public void A_walk_of_yesterday_that_was_longer_stays_a_walk_of_yesterday() =>
        Assert.Equal(22, After(Intents.LogWalk, new() { Minutes = 20, Date = new(2026, 11, 22) }, "no, 30").Slots.Date?.Day);

    [Theory]
    [InlineData("no, two weeks", "2026-12-07T00:00:00")]
    [InlineData("actually until friday", "2026-11-27T00:00:00")]
    public void A_pause_just_begun_is_put_right(string words, string until)
    {
        var meaning = After(Intents.Pause, new() { PauseUntil = new(2026, 11, 30, 0, 0) }, words);

        Assert.True(meaning.Amends);
        Assert.Equal(until, meaning.Slots.PauseUntil?.ToString("s", null));
    }

    [Theory]
    [InlineData("sorry 11pm to 7am", 23, 7)]
    [InlineData("no, till 7am", 22, 7)]
    [InlineData("no, from 9pm", 21, 6)]
    public void Quiet_hours_just_set_are_put_right(string words, int from, int to)
    {
        var slots = After(Intents.QuietHours, new() { From = new(22, 0), To = new(6, 0) }, words).Slots;

        Assert.Equal((from, to), (slots.From?.Hour, slots.To?.Hour));
    }

    [Theory]
    [InlineData("stop", Intents.Stop)]
    [InlineData("no, stop", Intents.Stop)]
    [InlineData("walked 4 minutes", Intents.LogWalk)]
    [InlineData("remind me at 4pm", Intents.SetReminder)]
    [InlineData("no 4pm", Intents.ChangeTime)]
    [InlineData("does walking help with stress?", "stress")]
    public void What_was_done_never_overrides_a_new_wish(string words, string label)
    {
        var meaning = After(Intents.Goal, ThreeWalks, words);

        Assert.Equal((label, false), (meaning.Label, meaning.Amends));
    }

    [Theory]
    [InlineData("make it 20 minutes later", 20)]
    [InlineData("sorry, half an hour earlier", -30)]
    public void A_reminder_just_set_is_moved(string words, int minutes) =>
        Assert.Equal(minutes, After(Intents.SetReminder, new() { Times = [new(9, 0)] }, words).Slots.ShiftMinutes);

    [Fact]
    public void After_ten_minutes_what_was_done_is_forgotten()
    {
        var old = new LastAction(Intents.Goal, Fixture.Now - Duration.FromMinutes(10), KeptSlots.Keep(ThreeWalks));

        Assert.NotEqual(Intents.Goal, Fixture.Understand("no 4", Talk() with { Action = old }).Label);
        Assert.NotEqual(Intents.Goal, Fixture.Understand("no 4").Label);
    }

    [Theory]
    [InlineData("and on sundays too")]
    [InlineData("also sundays")]
    [InlineData("sundays as well please")]
    public void A_day_comes_to_those_of_the_reminder(string words)
    {
        var meaning = After(Intents.SetReminder, new() { Days = [IsoDayOfWeek.Monday], Times = [new(9, 0)] }, words);

        Assert.True(meaning.Slots.Adds);
        Assert.Equal(IsoDayOfWeek.Sunday, Assert.Single(meaning.Slots.Days));
    }

    [Theory]
    [InlineData("cancel that", Intents.LogWalk, Intents.Undo)]
    [InlineData("cancel that", Intents.SetReminder, Intents.Undo)]
    [InlineData("cancel it", Intents.SetReminder, Intents.ChangeTime)]
    [InlineData("cancel it", Intents.QuietHours, Intents.Undo)]
    public void Cancel_that_takes_back_what_was_done(string words, string done, string label) =>
        Assert.Equal(label, After(done, Slots.None, words).Label);

    [Theory]
    [InlineData("the second one", "core-muscles")]
    [InlineData("number 2", "core-muscles")]
    [InlineData("the last one please", "stress")]
    [InlineData("no, the first", "overview")]
    [InlineData("the core one", "core-muscles")]
    public void One_of_what_was_offered_is_chosen_by_its_place_or_name(string words, string label)
    {
        var talk = Talk() with { Offered = ["why does walking help my back", "core muscles", "stress"] };

        Assert.Equal(label, Fixture.Understand(words, talk).Label);
    }

    [Theory]
    [InlineData("what about stress", "stress")]
    [InlineData("and for stress?", "stress")]
    [InlineData("ok and stress too?", "stress")]
    [InlineData("how about my core", "core-muscles")]
    [InlineData("what about bitcoin", Intents.OutOfScope)]
    [InlineData("what about 3pm", Intents.SetReminder)]
    public void A_question_is_taken_without_its_lead_in(string words, string label) =>
        Assert.Equal(label, Fixture.Understand(words, Talk() with { LastTopic = "overview" }).Label);

    [Theory]
    [InlineData("how?", "overview", Intents.Why)]
    [InlineData("how does that work?", "overview", Intents.Why)]
    [InlineData("how?", null, Intents.OutOfScope)]
    public void How_is_asked_of_what_was_spoken_of(string words, string? topic, string label) =>
        Assert.Equal(label, Fixture.Understand(words, Talk() with { LastTopic = topic }).Label);

    [Fact]
    public void And_yesterday_goes_on_with_how_far_somebody_had_walked()
    {
        var meaning = Fixture.Understand("and yesterday?", Talk() with { LastLabel = Intents.Progress });

        Assert.Equal((Intents.Progress, new LocalDate(2026, 11, 22)), (meaning.Label, meaning.Slots.Date));
    }

    [Theory]
    [InlineData("yes please", Intents.Yes)]
    [InlineData("sure", Intents.Yes)]
    [InlineData("why not", Intents.Yes)]
    [InlineData("nah", Intents.No)]
    [InlineData("no thanks", Intents.No)]
    [InlineData("not now", Intents.No)]
    [InlineData("stop", Intents.Stop)]
    public void An_offer_is_taken_or_left_in_the_words_people_use(string words, string label) =>
        Assert.Equal(label, Fixture.Understand(words, Fixture.Asked(Questions.YesNo)).Label);

    private static Meaning After(string label, Slots slots, string words) =>
        Fixture.Understand(words, Talk() with { Action = new(label, Fixture.Now - Duration.FromMinutes(9), KeptSlots.Keep(slots)) });

    private static DialogState Talk() => new(
        null, null, LastTopic: null, LastTip: null, Read: 0, Fixture.Now + Duration.FromMinutes(1), ImmutableDictionary<string, string>.Empty);
}
