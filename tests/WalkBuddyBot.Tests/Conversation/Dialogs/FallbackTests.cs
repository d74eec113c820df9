using WalkBuddyBot.Conversation.Dialogs;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>What is not understood, what may have been meant, and a stop that is doubtful.</summary>
public sealed class FallbackTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void What_may_have_been_meant_stands_on_buttons_by_title_or_as_it_would_be_typed()
    {
        Hears(Presses.Of(Intents.OutOfScope) with { Offers = ["overview", Intents.Goal, Intents.Undo] });

        _chat.Says("hm, that thing");

        Assert.Equal([Overview, "Set a goal", "Undo", "What can you do?"], _chat.Titles);
        Assert.Equal([Verbs.Ask, Verbs.Answer, Verbs.Answer, Verbs.Help], _chat.Last.Replies[0].Choices.Select(choice => choice.Verb));
    }

    [Fact]
    public void A_doubtful_stop_stops_nothing_before_it_is_said_again()
    {
        Hears(Presses.Of(Intents.Stop) with { Ask = Asks.Sure, Offers = [Intents.Stop, Intents.Pause, Intents.Skip] });
        _chat.Says("remind me weekdays at 10:30");

        _chat.Says("hm, that thing");

        Assert.Equal(["Stop reminders", "Pause reminders", "Not today"], _chat.Titles);
        Assert.IsType<Standing.On>(_chat.Person.Standing);
        Assert.Empty(_chat.Effects);
    }

    [Fact]
    public void Nearest_topics_are_offered_and_said_in_other_words_a_while_later()
    {
        Hears(Presses.Of(Intents.OutOfScope) with { Score = 0.2, Nearest = ["overview"] });
        _chat.Says("hm, that thing");
        var first = _chat.Text;
        _chat.Clock.AdvanceSeconds(10);

        _chat.Says("hm, that thing");

        Assert.NotEqual(first, _chat.Text);
        Assert.Equal([Overview, "What can you do?"], _chat.Titles);
    }

    [Theory]
    [InlineData("🌧️")]
    [InlineData("?!...")]
    public void What_holds_no_words_is_told_so(string text)
    {
        Hears(Presses.Of(Intents.OutOfScope) with { Score = 0 }, text);

        _chat.Says(text);

        Assert.StartsWith("I can only read written words.", _chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Почему болит спина")]
    [InlineData("背中が痛い")]
    public void Another_script_is_told_that_English_is_all(string text)
    {
        Hears(Presses.Of(Intents.OutOfScope) with { Score = 0 }, text);

        _chat.Says(text);

        Assert.StartsWith("I only understand English so far", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_skip_that_leaves_open_which_day_leaves_out_none()
    {
        Hears(Presses.Of(Intents.Skip) with { Ask = Asks.Date });
        _chat.Says("remind me weekdays at 10:30");
        var before = _chat.Person.Schedules;

        _chat.Says("hm, that thing");

        Assert.Equal(before.AsEnumerable(), _chat.Person.Schedules);
        Assert.Contains("Skip today", _chat.Titles);
    }

    private const string Overview = "Why walking";

    private void Hears(Meaning meaning, string text = "hm, that thing") => _chat.Understanding.Learn(text, meaning);
}
