using Microsoft.Extensions.Time.Testing;
using NodaTime.Extensions;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Two web chats over one memory and one bell, and a visitor with a tab at each.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private TwoNodes(WebChat here, WebChat there, SharedBell bell)
    {
        (Here, There, Bell) = (here, there, bell);
        (AtHere, AtThere) = (here.Visitor(), here.Visitor());
    }

    public WebChat Here { get; }

    public WebChat There { get; }

    public SharedBell Bell { get; }

    /// <summary>The visitor's tab at the one node, and at the other.</summary>
    public Visitor AtHere { get; private set; }

    public Visitor AtThere { get; private set; }

    public FakeTimeProvider Time => Here.Time;

    public InMemoryStores Stores => Here.Stores;

    public static async Task<TwoNodes> StartAsync()
    {
        var time = WebChat.NewTime();
        var stores = new InMemoryStores(time.ToClock());
        var bell = new SharedBell();
        var (one, other) = (bell.Join(), bell.Join());
        var nodes = new TwoNodes(
            await WebChat.StartAsync(stores, time, bell: one), await WebChat.StartAsync(stores, time, bell: other), bell);
        await Task.WhenAll(one.Runs, other.Runs);
        nodes.AtHere = await nodes.Here.GreetedAsync();
        nodes.AtThere = nodes.There.Visitor(nodes.AtHere.Cookies);
        await nodes.AtThere.GenerateAsync();
        await nodes.AtThere.BeginAsync();
        return nodes;
    }

    /// <summary>Both tabs, each shown the greeting.</summary>
    public async Task<(PageSocket Here, PageSocket There)> OpenAsync()
    {
        var (here, there) = (await AtHere.OpenAsync(), await AtThere.OpenAsync());
        Assert.Equal("Hello.", await here.NextTextAsync());
        Assert.Equal("Hello.", await there.NextTextAsync());
        return (here, there);
    }

    public async ValueTask DisposeAsync()
    {
        await Here.DisposeAsync();
        await There.DisposeAsync();
    }
}
