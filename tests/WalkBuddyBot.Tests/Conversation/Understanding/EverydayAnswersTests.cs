using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>Answers to what is asked about changes, goals, quiet hours and opinions; and what else may be said meanwhile.</summary>
public sealed class EverydayAnswersTests
{
    private static readonly Slots Removing = new() { Off = true };

    [Theory]
    [InlineData("the 4pm", "from-time=16:00")]
    [InlineData("my 10:30 reminder", "from-time=10:30")]
    [InlineData("4pm please", "from-time=16:00")]
    [InlineData("friday", "from-day=5")]
    [InlineData("the friday one", "from-day=5")]
    [InlineData("the monday 9am", "from-day=1 from-time=09:00")]
    [InlineData("the second one", "which=2")]
    [InlineData("2", "which=2")]
    [InlineData("number 3", "which=3")]
    [InlineData("the last one", "which=last")]
    [InlineData("the 1st one", "which=1")]
    [InlineData("all of them", "all=yes")]
    [InlineData("change my 10:30 to 11", "from-time=10:30 to-time=11:00")]
    [InlineData("move the 4pm half an hour later", "from-time=16:00 later=30")]
    public void Which_reminder_is_answered(string answer, string kept) =>
        Same(kept, Fixture.Understand(answer, Fixture.Asked(Questions.ChangeWhich)));

    [Theory]
    [InlineData("the 4pm", "remove-times=16:00")]
    [InlineData("friday", "remove-days=5")]
    [InlineData("the second one", "off=yes which=2")]
    [InlineData("all", "all=yes off=yes")]
    public void Which_is_to_go_is_answered(string answer, string kept) =>
        Same(kept, Fixture.Understand(answer, Fixture.Asked(Questions.ChangeWhich, Removing)));

    [Fact]
    public void What_was_said_before_is_kept_until_it_is_known_which()
    {
        var asked = Fixture.Understand("make it 11am");

        Same("from-time=16:00 to-time=11:00", Fixture.Understand("the 4pm one", Fixture.Asked(Questions.ChangeWhich, asked.Slots)));
    }

    [Theory]
    [InlineData("make it 3", "pm", "to-time=15:00")]
    [InlineData("make it 3", "in the morning", "to-time=03:00")]
    [InlineData("make it 3", "3pm", "to-time=15:00")]
    [InlineData("change my 7 to 8", "pm", "from-time=19:00 to-time=20:00")]
    [InlineData("cancel my 7", "evening", "remove-times=19:00")]
    [InlineData("cancel my 7", "7am", "remove-times=07:00")]
    public void The_half_of_the_day_completes_a_change(string said, string answer, string kept)
    {
        var asked = Fixture.Understand(said);
        var talk = Fixture.Asked(Questions.HalfOfDay, asked.Slots) with { Dialog = Intents.ChangeTime };

        Assert.Equal((Intents.ChangeTime, Asks.HalfOfDay), (asked.Label, asked.Ask));
        Same(kept, Fixture.Understand(answer, talk));
    }

    [Theory]
    [InlineData("am", "from=09:00 to=17:00")]
    [InlineData("pm", "from=21:00 to=05:00")]
    [InlineData("9pm to 5am", "from=21:00 to=05:00")]
    public void The_half_of_the_day_completes_quiet_hours(string answer, string kept)
    {
        var asked = Fixture.Understand("quiet hours 9 to 5");
        var talk = Fixture.Asked(Questions.HalfOfDay, asked.Slots) with { Dialog = Intents.QuietHours };

        var meaning = Fixture.Understand(answer, talk);

        Assert.Equal((Intents.QuietHours, null), (meaning.Label, meaning.Ask));
        Assert.Equal(kept, Kept(meaning));
    }

    [Theory]
    [InlineData("5", "per=week walks=5")]
    [InlineData("5 walks", "per=week walks=5")]
    [InlineData("five times a week", "per=week walks=5")]
    [InlineData("100 minutes", "minutes=100 per=week")]
    [InlineData("20 minutes a day please", "minutes=20 per=day")]
    [InlineData("every day", "per=week walks=7")]
    public void A_goal_is_named(string answer, string kept)
    {
        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.Goal));

        Assert.Equal((Intents.Goal, null, kept), (meaning.Label, meaning.Ask, Kept(meaning)));
    }

    [Theory]
    [InlineData("10pm to 6am", null, "from=22:00 to=06:00")]
    [InlineData("from 9 in the evening until 7am", null, "from=21:00 to=07:00")]
    [InlineData("after 9pm", null, "from=21:00")]
    [InlineData("9 to 5", "fence", "about=fence from=09:00 to=17:00")]
    public void Quiet_hours_are_named(string answer, string? about, string kept)
    {
        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.Quiet, new Slots { About = about }));

        Assert.Equal((Intents.QuietHours, null, kept), (meaning.Label, meaning.Ask, Kept(meaning)));
    }

    [Theory]
    [InlineData("the tips are a bit long", null)]
    [InlineData("great", "good")]
    [InlineData("it is really annoying", "bad")]
    [InlineData("not bad", "good")]
    [InlineData("the reminders never help me", "bad")]
    public void Free_words_are_an_opinion_when_one_was_asked_for(string answer, string? opinion)
    {
        var meaning = Fixture.Understand(answer, Fixture.Asked(Questions.Feedback));

        Assert.Equal((Intents.Feedback, opinion), (meaning.Label, meaning.Slots.Opinion));
    }

    [Theory]
    [InlineData("you are great", "good")]
    [InlineData("that was helpful", "good")]
    [InlineData("this bot is useless", "bad")]
    [InlineData("not helpful", "bad")]
    [InlineData("that didn't help", "bad")]
    [InlineData("i have feedback", null)]
    public void An_opinion_is_good_or_bad(string text, string? opinion)
    {
        var meaning = Fixture.Understand(text);

        Assert.Equal((Intents.Feedback, opinion), (meaning.Label, meaning.Slots.Opinion));
    }

    [Theory]
    [InlineData("does walking help with stress?", "stress")]
    [InlineData("remind me weekdays at 10:30", Intents.SetReminder)]
    [InlineData("show my reminders", Intents.ShowSchedule)]
    [InlineData("stop", Intents.Stop)]
    [InlineData("i walked 20 minutes", Intents.LogWalk)]
    [InlineData("pause for a week", Intents.Pause)]
    public void A_new_wish_or_question_interrupts(string text, string label)
    {
        foreach (var question in new[] { Questions.ChangeWhich, Questions.Goal, Questions.Quiet, Questions.Feedback })
        {
            Assert.Equal((question, label), (question, Fixture.Understand(text, Fixture.Asked(question)).Label));
        }
    }

    private static void Same(string kept, Meaning meaning) =>
        Assert.Equal((Intents.ChangeTime, null, null, kept), (meaning.Label, meaning.Ask, meaning.Error, Kept(meaning)));

    private static string Kept(Meaning meaning) =>
        string.Join(' ', KeptSlots.Keep(meaning.Slots).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
