using System.Diagnostics;
using System.Net;

namespace WalkBuddyBot.EndToEnd.Nodes;

/// <summary>
/// A visitor with a tab at each node, who tells of one walk after the other. What one node does not take is told to the other, under the
/// same id, as a page or a load balancer does it.
/// </summary>
internal sealed class Talker : IDisposable
{
    private readonly NodeTab[] _tabs;

    public Talker(TwoNodes nodes)
    {
        var cookies = new CookieContainer();
        _tabs = [new(nodes.One.Address, cookies), new(nodes.Other.Address, cookies)];
    }

    /// <summary>The tab at the node that is killed, and the one at the node that lives.</summary>
    public NodeTab AtOne => _tabs[0];

    public NodeTab AtOther => _tabs[1];

    public List<(string Text, long At)> Said { get; } = [];

    public async Task OpenAsync()
    {
        foreach (var tab in _tabs)
        {
            await tab.OpenAsync();
            await tab.UntilAsync(shown => shown.Count > 0);
        }
    }

    /// <summary>Tells of walks, of more and more minutes, until it is enough.</summary>
    public async Task TalkAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var text = $"walked {Said.Count + 1} minutes";
            Said.Add((text, Stopwatch.GetTimestamp()));
            for (var tries = Said.Count; !await _tabs[tries % 2].TrySayAsync(text); tries++)
            {
                Assert.True(tries < Said.Count + 100, "Neither node takes anything any more.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        AtOne.Dispose();
        AtOther.Dispose();
    }
}
