using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>Delete my data, export my data, and coming back to the page: real words, real understanding.</summary>
public sealed class KeptDataTests
{
    private readonly RealChat _chat = new();

    [Theory]
    [InlineData("yes")]
    [InlineData("Yes please")]
    [InlineData("yep")]
    public void A_plain_yes_erases_and_keeps_nobody(string yes)
    {
        _chat.Says("remind me weekdays at 10:30", "delete my data");
        Assert.Contains("Shall I delete it all?", _chat.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Last.Effects);

        _chat.Says(yes);

        Assert.IsType<Effect.Erase>(Assert.Single(_chat.Last.Effects));
        Assert.Null(_chat.Last.After);
        Assert.StartsWith("Done. I have deleted everything", _chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("ok")]
    [InlineData("fine")]
    [InlineData("why does walking help?")]
    [InlineData("yes, but first remind me at 9")]
    [InlineData("crushing chest pain")]
    public void Anything_else_leaves_it_all(string words)
    {
        _chat.Says("remind me weekdays at 10:30", "delete my data", words);

        Assert.DoesNotContain(_chat.Last.Effects, effect => effect is Effect.Erase);
        Assert.NotNull(_chat.Last.After);
    }

    [Fact]
    public void What_is_said_in_between_closes_the_question()
    {
        _chat.Says("remind me weekdays at 10:30", "delete my data", "why does walking help?", "yes");

        Assert.Empty(_chat.Last.Effects);
        Assert.NotNull(_chat.Last.After);
    }

    [Fact]
    public void After_ten_minutes_the_button_deletes_nothing_and_says_so()
    {
        _chat.Says("remind me weekdays at 10:30", "delete my data");
        var yes = _chat.Last.Replies[0].Choices[0];
        _chat.Clock.Advance(Duration.FromMinutes(11));

        _chat.Presses(yes);

        Assert.Empty(_chat.Last.Effects);
        Assert.StartsWith("That question is closed", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_yes_of_another_card_does_not_answer_it()
    {
        _chat.Says("remind me weekdays at 10:30", "delete my data");

        _chat.Presses(Choice.Of("Yes", Verbs.Answer, ("answer", "yes")));

        Assert.Empty(_chat.Last.Effects);
        Assert.StartsWith("I delete only on a plain yes", _chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("pause for a week")]
    [InlineData("crushing chest pain")]
    public void It_works_while_reminders_are_held(string hold)
    {
        _chat.Says("remind me weekdays at 10:30", hold, "delete my data", "yes");

        Assert.IsType<Effect.Erase>(Assert.Single(_chat.Last.Effects));
    }

    [Fact]
    public void Of_a_stranger_nothing_is_deleted_exported_or_kept()
    {
        _chat.Says("delete my data");
        var deleted = (_chat.Last.After, _chat.Text);
        _chat.Says("export my data");

        Assert.Null(deleted.After);
        Assert.StartsWith("I keep nothing about you", deleted.Text, StringComparison.Ordinal);
        Assert.StartsWith("I keep nothing about you", _chat.Text, StringComparison.Ordinal);
        Assert.Null(_chat.Last.Replies[0].Card);
    }

    [Fact]
    public void The_file_is_left_for_the_turn_to_fill_in()
    {
        _chat.Says("remind me weekdays at 10:30", "export my data");

        Assert.Equal(new CardModel.Export(null), _chat.Last.Replies[0].Card);
    }

    [Theory]
    [InlineData(1, "1 reminder came while you were away.")]
    [InlineData(2, "2 reminders came while you were away.")]
    public void Coming_back_is_told_the_number_missed_in_one_line(int missed, string line)
    {
        _chat.Says("remind me weekdays at 10:30");

        _chat.Returns(missed);

        Assert.Equal(line, Assert.Single(_chat.Last.Replies).Text);
    }

    [Fact]
    public void Where_nothing_was_missed_nothing_is_said()
    {
        _chat.Says("remind me weekdays at 10:30");

        _chat.Returns(0);

        Assert.Empty(_chat.Last.Replies);
    }

    [Fact]
    public void A_stranger_who_comes_back_is_not_spoken_to()
    {
        _chat.Returns(3);

        Assert.Empty(_chat.Last.Replies);
        Assert.Null(_chat.Last.After);
    }

    [Fact]
    public void Reminders_that_rested_are_said_to_be_on_again()
    {
        _chat.Says("remind me weekdays at 10:30");
        var since = _chat.Clock.GetCurrentInstant();
        _chat.Clock.Advance(Duration.FromDays(20));
        _chat.Rested(since + Duration.FromDays(15));

        _chat.Returns(4, since);

        Assert.StartsWith("4 reminders came while you were away. This page had not been opened for a while", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("They are on again. Next:", _chat.Text, StringComparison.Ordinal);
    }
}
