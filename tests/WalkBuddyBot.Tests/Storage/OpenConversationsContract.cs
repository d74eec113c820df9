using NodaTime;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>What a node asks and notes for all its open pages.</summary>
public abstract class OpenConversationsContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    private IConversationStore Talks => Get<IConversationStore>();

    private IOpenConversations Open => Get<IOpenConversations>();

    [StoreFact]
    public async Task Where_each_stands_is_told_however_many_there_are_and_what_is_not_there_is_left_out()
    {
        string[] talks = [.. Enumerable.Range(0, 205).Select(i => $"talk {i}")];
        foreach (var talk in talks)
        {
            await Talks.CreateAsync(new(talk, "visitor", default, default), None);
        }

        await Talks.AppendAsync("talk 0", new() { Type = "message", Text = "a" }, "a", shown: true, None);
        await Talks.AppendAsync("talk 204", new() { Type = "message", Text = "b" }, "b", shown: true, None);
        await Talks.AppendAsync("talk 204", new() { Type = "message", Text = "c" }, "c", shown: true, None);

        var found = await Open.WatermarksAsync([.. talks, "nowhere"], None);

        Assert.Equal(talks.Order(), found.Keys.Order());
        Assert.Equal((1, 0, 2), (found["talk 0"], found["talk 100"], found["talk 204"]));
        Assert.Equal(2, await Talks.WatermarkAsync("talk 204", None));
        Assert.Empty(await Open.WatermarksAsync([], None));
    }

    [StoreFact]
    public async Task That_pages_look_at_them_is_noted_at_most_each_half_minute_and_for_no_other()
    {
        var began = Clock.GetCurrentInstant();
        foreach (var talk in (string[])["open", "shut"])
        {
            await Talks.CreateAsync(new(talk, "visitor", began, began), None);
        }

        Clock.AdvanceSeconds(29);
        await Open.LookedAtAsync(["open"], None);
        var early = await SeenAsync("open");
        Clock.AdvanceSeconds(2);
        await Open.LookedAtAsync(["open"], None);

        Assert.Equal(began, early);
        Assert.Equal(began + Duration.FromSeconds(31), await SeenAsync("open"));
        Assert.Equal(began, await SeenAsync("shut"));
    }

    private async Task<Instant> SeenAsync(string talk) => (await Talks.FindAsync(talk, None))!.SeenAt;
}
