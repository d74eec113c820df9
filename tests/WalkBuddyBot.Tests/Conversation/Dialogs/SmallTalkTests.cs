using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class SmallTalkTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void Someone_who_joins_is_greeted_and_nothing_is_kept_of_them()
    {
        _chat.Presses(Verbs.Joined);

        Assert.StartsWith("Hello, I am WalkBuddyBot.", _chat.Text);
        Assert.Contains("not a doctor", _chat.Text);
        Assert.Contains("closed page cannot ring", _chat.Text);
        Assert.Equal(["Weekdays 10:30", "Why does walking help?", "What can you do?"], _chat.Titles);
        Assert.Null(_chat.Last.After);
        Assert.Empty(_chat.Last.Effects);
    }

    [Fact]
    public void First_words_make_someone_known_with_the_zone_their_page_named()
    {
        _chat.Says("hello");

        Assert.Equal("Europe/Paris", _chat.Person.Zone);
        Assert.Equal(Chat.Page.Id, _chat.Person.NudgeAt);
        Assert.Equal("greeting", _chat.Last.Label);
    }

    [Fact]
    public void Help_does_not_greet_again()
    {
        _chat.Says("hello", "help");

        Assert.DoesNotContain("Hello", _chat.Text);
        Assert.Contains("remind me weekdays at 10:30", _chat.Text);
    }

    [Fact]
    public void Who_has_reminders_is_greeted_and_seen_off_with_the_next_one()
    {
        _chat.Says("remind me weekdays at 10:30", "hello");
        Assert.Contains("Monday 23 November at 10:30", _chat.Text);

        _chat.Says("bye");
        Assert.Contains("Monday 23 November at 10:30", _chat.Text);
    }

    [Fact]
    public void Thanks_are_answered() => Assert.StartsWith("You are welcome.", _chat.Says("thank you").Text);

    [Fact]
    public void What_is_not_understood_is_said_to_be_so_and_the_three_nearest_topics_are_offered()
    {
        _chat.Says("what about my fish");

        Assert.Contains("not sure that my one article", _chat.Text);
        Assert.Equal(["Stress", "Causes", "Core muscles", "What can you do?"], _chat.Titles);
        Assert.Equal("oos", _chat.Last.Label);
        Assert.Equal("overview", _chat.Says("why does walking help?").Last.Label);
    }

    [Fact]
    public void Someone_new_speaking_from_a_second_address_has_both()
    {
        var other = Address.Of("msteams", "tenant", "conversation-2", "member", Scope.Personal);
        _chat.Says("hello");

        _chat.From = other;
        _chat.Says("hello");

        Assert.Equal([Chat.Page.Id, other.Id], _chat.Person.Addresses.Select(address => address.Id));
        Assert.Equal(Chat.Page.Id, _chat.Person.NudgeAt);
    }

    [Fact]
    public void A_group_is_no_place_for_nudges()
    {
        _chat.From = Address.Of("msteams", "tenant", "group", "member", Scope.Group);

        _chat.Says("remind me weekdays at 10:30");

        Assert.Null(_chat.Last.After);
        Assert.Empty(_chat.Titles);
        Assert.Contains("only in a chat of our own", _chat.Text);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    public void Yes_and_no_to_nothing_are_answered_kindly(string word) => Assert.Contains("All right. You can ask", _chat.Says(word).Text);

    [Fact]
    public void A_message_without_words_or_an_unknown_button_has_a_way_on()
    {
        Assert.Contains("only read written words", _chat.Says("  ").Text);
        Assert.Null(_chat.Last.After);
        Assert.Contains("do not know that button", _chat.Presses("dance").Text);
        Assert.NotEmpty(_chat.Titles);
    }
}
