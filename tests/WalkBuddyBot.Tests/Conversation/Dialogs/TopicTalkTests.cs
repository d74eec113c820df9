using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class TopicTalkTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void An_answer_names_its_section_and_offers_more_and_two_topics()
    {
        _chat.Says("why does walking help?");

        Assert.StartsWith("Walking may ease a sore back.", _chat.Text);
        Assert.Contains("Opening", _chat.Text);
        Assert.Equal(["Tell me more", "Core muscles", "Stress"], _chat.Titles);
        Assert.Equal("overview", _chat.Last.Label);
    }

    [Fact]
    public void More_goes_on_paragraph_by_paragraph_and_says_when_it_ends()
    {
        _chat.Says("why does walking help?", "tell me more");
        Assert.StartsWith("The first thing more.", _chat.Text);

        _chat.PressesButton("Tell me more");
        Assert.StartsWith("The second thing more.", _chat.Text);
        Assert.DoesNotContain("Tell me more", _chat.Titles);

        _chat.Says("tell me more");
        Assert.StartsWith("That is all my article says", _chat.Text);
        Assert.Contains("Core muscles", _chat.Titles);
    }

    [Fact]
    public void A_topic_is_remembered_for_ten_minutes()
    {
        _chat.Says("why does walking help?").After(Duration.FromMinutes(10) - Duration.FromSeconds(1)).Says("tell me more");
        Assert.StartsWith("The first thing more.", _chat.Text);

        _chat.AfterMinutes(10).Says("tell me more");
        Assert.StartsWith("I can say more once we have a topic.", _chat.Text);
    }

    [Fact]
    public void The_button_of_an_old_answer_still_knows_its_topic()
    {
        _chat.Says("why does walking help?");
        var more = _chat.Last.Replies[0].Choices[0];

        _chat.Says("core").AfterMinutes(60).Presses(more);

        Assert.StartsWith("The first thing more.", _chat.Text);
    }

    [Fact]
    public void Why_after_a_tip_answers_about_that_tip_by_button_and_by_word()
    {
        _chat.Says("give me a tip");
        var topic = _chat.Person.Dialog!.LastTopic!;
        var why = _chat.Last.Replies[0].Choices[0];

        var typed = _chat.Says("why?").Text;
        var pressed = _chat.AfterMinutes(30).Presses(why).Text;

        Assert.Equal(typed, pressed);
        Assert.Equal(topic, _chat.Person.Dialog!.LastTopic);
    }

    [Fact]
    public void Why_after_an_answer_says_more_of_it_and_out_of_the_blue_it_starts_at_the_beginning()
    {
        Assert.StartsWith("Walking may ease", _chat.Says("why?").Text);
        Assert.StartsWith("More of the trunk.", _chat.Says("core", "why?").Text);
    }

    [Fact]
    public void Why_after_a_nudge_answers_about_the_tip_it_carried()
    {
        _chat.Says("remind me weekdays at 10:30").AfterMinutes(30);
        var nudge = _chat.Nudged(tip: "t2");

        Assert.StartsWith("Walking may calm you.", _chat.Says("why?").Text);
        Assert.StartsWith("Walking may calm you.", _chat.Presses(Verbs.Why, nudge).Text);
    }

    [Fact]
    public void Two_tips_running_are_not_of_one_section()
    {
        for (var i = 0; i < 10; i++)
        {
            var before = _chat.Facts?.Person.Dialog?.LastTip;
            _chat.Says("give me a tip");
            var after = _chat.Person.Dialog!.LastTip;
            Assert.False(before is not null && (before == "t2") == (after == "t2"));
        }
    }

    [Fact]
    public void A_tip_that_a_nudge_has_shown_is_not_given_again_while_there_are_others()
    {
        _chat.Says("hello");
        _chat.Nudged(tip: "t1");
        _chat.AfterMinutes(1).Nudged(tip: "t2");

        Assert.Contains("Stand tall.", _chat.Says("give me a tip").Text);
    }

    [Fact]
    public void What_was_asked_for_is_remembered_longer_than_the_talk()
    {
        for (var i = 0; i < 10; i++)
        {
            var before = _chat.Facts?.Person.TipsAsked.LastOrDefault()?.Tip;
            _chat.After(Duration.FromDays(1)).Says("give me a tip");
            var after = _chat.Person.TipsAsked[^1].Tip;

            Assert.False(before is not null && (before == "t2") == (after == "t2"));
            Assert.Equal(after, _chat.Person.Dialog!.LastTip);
        }
    }

    [Fact]
    public void A_topic_that_is_none_of_ours_is_not_a_dead_end()
    {
        _chat.Presses(Verbs.Ask, null, ("topic", "alchemy"));

        Assert.Equal("oos", _chat.Last.Label);
        Assert.NotEmpty(_chat.Titles);
    }
}
