using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>A visitor's tabs on two nodes show the same, at once when the bell is heard and within a second when it is not.</summary>
public sealed class OtherNodesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_is_said_at_one_node_is_seen_at_both_and_answered_once()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (here, there) = await nodes.OpenAsync();

        await nodes.AtHere.SayAsync("one");
        List<string> seenThere = [await there.NextTextAsync(), await there.NextTextAsync()];
        List<string> seenHere = [await here.NextTextAsync(), await here.NextTextAsync()];
        await nodes.AtThere.SayAsync("two");
        seenHere.AddRange([await here.NextTextAsync(), await here.NextTextAsync()]);

        Assert.Equal(["one", "You said: one", "two", "You said: two"], seenHere);
        Assert.Equal(["one", "You said: one"], seenThere);
        Assert.Equal(["one"], nodes.Here.Bot.Handed.Select(activity => activity.Text).Where(text => text is not null));
        Assert.Equal(["two"], nodes.There.Bot.Handed.Select(activity => activity.Text));
    }

    [Fact]
    public async Task Where_the_bell_is_out_of_order_it_is_seen_within_a_second()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (_, there) = await nodes.OpenAsync();
        nodes.Bell.Broken = true;
        await nodes.AtHere.SayAsync("one");
        await nodes.Here.Bot.EndedAsync();

        nodes.Time.Advance(Second);

        Assert.Equal("one", await there.NextTextAsync());
        Assert.Equal("You said: one", await there.NextTextAsync());
    }

    [Fact]
    public async Task An_update_of_an_older_card_is_seen_at_the_other_node_too()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (_, there) = await nodes.OpenAsync();
        var to = ScriptedBot.To(new BotActivity { Type = "message", Conversation = new() { Id = nodes.AtHere.Conversation } });
        await nodes.Here.Sink.SendAsync(to, new() { Type = "message", Text = "a card" }, "card", CancellationToken.None);
        var card = await there.NextAsync();

        await nodes.Here.Sink.UpdateAsync(to, new() { Type = "message", Text = "done" }, "card", null, "folded", CancellationToken.None);
        var folded = await there.NextAsync();

        Assert.Equal("done", folded.GetProperty("text").GetString());
        Assert.Equal(card.GetProperty("id").GetString(), folded.GetProperty("id").GetString());
    }

    [Fact]
    public async Task That_somebody_types_is_passed_along_and_a_message_never_is()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (_, there) = await nodes.OpenAsync();

        (await nodes.AtHere.PostAsync("""{"type":"typing"}""")).Dispose();
        var typing = await there.NextAsync();
        nodes.Stores.Away = true;
        nodes.Here.Bot.Urgent = _ => InboundAnswer.Ok with { Replies = [new() { Type = "message", Text = "Call 112." }] };
        await nodes.AtHere.SayAsync("my chest hurts");

        Assert.Equal("typing", typing.GetProperty("type").GetString());
        Assert.DoesNotContain(nodes.Bell.Passed, activity => activity.Type == ActivityTypes.Message);
    }

    [Fact]
    public async Task A_page_of_what_was_erased_at_the_other_node_begins_anew_and_the_new_one_is_not_told()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (here, there) = await nodes.OpenAsync();
        nodes.Bell.Broken = true;
        nodes.Stores.Clear(nodes.AtHere.Conversation);
        var to = ScriptedBot.To(new BotActivity { Type = "message", Conversation = new() { Id = nodes.AtHere.Conversation } });

        await nodes.Here.Sink.SendAsync(to, new() { Type = "message", Text = "Deleted." }, "confirmation", CancellationToken.None);
        var shownHere = await here.NextAsync(2);
        nodes.Time.Advance(Second);
        var shownThere = await there.NextAsync(2);
        await nodes.AtThere.ResumeAsync(watermark: "0");
        using var anew = await nodes.AtThere.OpenAsync();
        await nodes.Here.Sink.SendAsync(to, new() { Type = "message", Text = "Hello again." }, "hello", CancellationToken.None);
        nodes.Time.Advance(Second);
        var shownAnew = await anew.NextAsync(2);

        Assert.Equal(["message", "event"], shownHere.Select(shown => shown.GetProperty("type").GetString()));
        Assert.Equal("walkbuddy/erased", shownHere[1].GetProperty("name").GetString());
        Assert.Equal(shownHere.Select(shown => shown.GetRawText()), shownThere.Select(shown => shown.GetRawText()));
        Assert.Equal(["Deleted.", "Hello again."], shownAnew.Select(shown => shown.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_conversation_whose_page_is_open_at_one_node_counts_as_looked_at_for_all()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (here, there) = await nodes.OpenAsync();
        var opened = nodes.Stores.Conversations.Single().SeenAt;

        nodes.Time.Advance(30 * Second);
        while (nodes.Stores.Conversations.Single().SeenAt == opened)
        {
            await Task.Yield();
        }

        Assert.Equal(opened.Plus(NodaTime.Duration.FromSeconds(30)), nodes.Stores.Conversations.Single().SeenAt);
        here.Dispose();
        there.Dispose();
    }

    [Fact]
    public async Task With_no_page_open_or_no_other_node_nothing_is_asked()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var alone = await WebChat.StartAsync();
        var visitor = await alone.GreetedAsync();
        using var page = await visitor.OpenAsync();
        await page.NextAsync();

        nodes.Time.Advance(3 * Second);
        alone.Time.Advance(3 * Second);
        await nodes.AtHere.SayAsync("one");
        await nodes.Here.Bot.EndedAsync();
        await visitor.SayAsync("one");
        await page.NextAsync(2);

        Assert.Equal((0, 0), (nodes.Stores.Looks, alone.Stores.Looks));
    }
}
