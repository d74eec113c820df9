using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Topics;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Deciding;

/// <summary>What a rule finds and what a classifier says, joined.</summary>
public sealed class DeciderTests
{
    [Theory]
    [InlineData("stop")]
    [InlineData("please stop messaging me")]
    [InlineData("undo")]
    [InlineData("snooze 20")]
    [InlineData("delete my data")]
    [InlineData("walked 20 minutes")]
    [InlineData("quiet hours 10pm to 6am")]
    public void A_plain_command_needs_no_classifier(string text)
    {
        var classifier = new ScriptedClassifier(Band.Answer, 0.99, "stress");

        var meaning = classifier.Understand(text);

        Assert.Equal((Fixture.Understand(text).Label, 1.0, 0), (meaning.Label, meaning.Score, classifier.Asked));
    }

    [Fact]
    public void An_answer_to_a_pending_question_is_never_judged_anew()
    {
        var classifier = new ScriptedClassifier(Band.Answer, 0.99, "stress");

        var meaning = classifier.Understand("a week", Fixture.Asked(Questions.PauseUntil));

        Assert.Equal((Intents.Pause, 0), (meaning.Label, classifier.Asked));
    }

    [Fact]
    public void A_title_of_a_topic_is_that_topic_whatever_the_classifier_says()
    {
        var title = new SampleTopics().TopicTexts[0];
        var classifier = new ScriptedClassifier(Band.Decline, 0.1, Intents.Goal);

        var meaning = classifier.Understand(title.Title);

        Assert.Equal((title.Id, 1.0), (meaning.Label, meaning.Score));
    }

    [Fact]
    public void What_no_rule_knows_is_what_a_sure_classifier_says_with_its_probability()
    {
        var meaning = new ScriptedClassifier(Band.Answer, 0.83, Intents.Undo, "stress").Understand("strike that from the record");

        Assert.Equal((Intents.Undo, 0.83), (meaning.Label, meaning.Score));
    }

    [Fact]
    public void A_doubtful_reading_is_offered_with_the_next_best_and_changes_nothing()
    {
        var meaning = new ScriptedClassifier(Band.Offer, 0.5, Intents.Goal, "stress", Intents.Tip, "causes").Understand("track me against that");

        Assert.Equal(Intents.OutOfScope, meaning.Label);
        Assert.Equal([Intents.Goal, "stress", Intents.Tip], meaning.Offers.AsEnumerable());
        Assert.Equal(0.5, meaning.Score);
    }

    [Theory]
    [InlineData(Intents.Goal, 0.44, true)]
    [InlineData(Intents.Goal, 0.46, false)]
    [InlineData("stress", 0.34, true)]
    [InlineData("stress", 0.36, false)]
    public void A_message_that_is_ours_but_hardly_this_is_asked_about(string label, double probability, bool offered)
    {
        var meaning = new ScriptedClassifier(Band.Answer, probability, label, "causes").Understand("track me against that");

        Assert.Equal(offered, !meaning.Offers.IsEmpty);
        Assert.Equal(offered ? Intents.OutOfScope : label, meaning.Label);
    }

    [Fact]
    public void Nobody_is_asked_whether_they_meant_hello()
    {
        var meaning = new ScriptedClassifier(Band.Offer, 0.3, Intents.Greeting, "stress", Intents.Thanks, Intents.Tip, "causes").Understand("ahoy then matey");

        Assert.Equal(["stress", Intents.Tip, "causes"], meaning.Offers.AsEnumerable());
    }

    [Fact]
    public void What_is_not_ours_is_declined_with_the_nearest_topics_only()
    {
        var meaning = new ScriptedClassifier(Band.Decline, 0.4, Intents.Goal, "stress", "causes").Understand("which boots are waterproof");

        Assert.Equal(Intents.OutOfScope, meaning.Label);
        Assert.Empty(meaning.Offers);
        Assert.Equal(3, meaning.Nearest.Length);
        Assert.Equal(["stress", "causes"], meaning.Nearest.Take(2));
    }

    [Theory]
    [InlineData(0.95, null)]
    [InlineData(0.7, Asks.Sure)]
    public void A_stop_that_only_the_classifier_knows_is_obeyed_when_it_is_sure_and_else_asked_about(double probability, string? ask)
    {
        var meaning = new ScriptedClassifier(Band.Answer, probability, Intents.Stop).Understand("ffs pack it in with these");

        Assert.Equal((Intents.Stop, ask), (meaning.Label, meaning.Ask));
        Assert.Equal(ask is null ? [] : [Intents.Stop, Intents.Pause, Intents.Skip], meaning.Offers.AsEnumerable());
    }

    [Theory]
    [InlineData("put my reminders on hold for a bit of peace", 0.9, Intents.Pause, Intents.Pause)]
    [InlineData("no more tips", 0.9, Intents.Tip, Intents.Tip)]
    [InlineData("no more tips", 0.7, Intents.Tip, Intents.ChangeTime)]
    [InlineData("that's really kind of you", 0.6, Intents.Thanks, Intents.Thanks)]
    [InlineData("remind me weekdays at 10:30", 0.7, Intents.ChangeTime, Intents.SetReminder)]
    [InlineData("remind me weekdays at 10:30", 0.9, Intents.ChangeTime, Intents.ChangeTime)]
    [InlineData("move the 10:30 to 11", 0.99, "stress", "stress")]
    [InlineData("move the 10:30 to 11", 0.75, "stress", Intents.ChangeTime)]
    [InlineData("great bot", 0.95, Intents.Feedback, Intents.Feedback)]
    [InlineData("great bot", 0.8, Intents.Feedback, Intents.Thanks)]
    [InlineData("great", 0.99, Intents.Feedback, Intents.Thanks)]
    public void Some_rules_give_way_to_a_sure_classifier(string text, double probability, string said, string label)
    {
        var meaning = new ScriptedClassifier(Band.Answer, probability, said).Understand(text);

        Assert.Equal(label, meaning.Label);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🌧️")]
    [InlineData("?!... ,,, !!")]
    [InlineData("Почему болит спина")]
    [InlineData("背中が痛い")]
    [InlineData("\u200B\u200D\u202E")]
    public void What_has_no_letter_that_it_can_read_is_not_judged(string text)
    {
        var classifier = new ScriptedClassifier(Band.Answer, 0.99, Intents.Stop);

        var meaning = classifier.Understand(text);

        Assert.Equal((Intents.OutOfScope, 0), (meaning.Label, classifier.Asked));
        Assert.Equal(3, meaning.Nearest.Length);
    }

    [Fact]
    public void Without_a_classifier_the_topics_are_told_by_their_words()
    {
        var understanding = new UnderstandingPipeline(new Fixture.Calm(), new TfIdfTopicMatcher(new SampleTopics()), new Learning());

        var meaning = understanding.Understand("does stress make my back tense", Fixture.Now, Fixture.Zone, talk: null);

        Assert.Equal("stress", meaning.Label);
    }

    [Fact]
    public void Safety_is_said_whatever_the_classifier_says()
    {
        var meaning = new ScriptedClassifier(Band.Decline, 0.1, "stress").Understand("I am numb between the legs");

        Assert.Equal(SafetyLevel.Emergency, meaning.Safety);
    }

    private sealed class Learning : IClassifierSource
    {
        public IClassifier? Current => null;
    }
}
