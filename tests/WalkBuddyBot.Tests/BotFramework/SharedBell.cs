using System.Collections.Concurrent;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>The bell of several nodes in one process. It can be out of order, and it remembers what was passed along.</summary>
internal sealed class SharedBell
{
    private readonly ConcurrentDictionary<Node, Action<Rung>> _listening = [];

    /// <summary>Whether nobody hears it.</summary>
    public bool Broken { get; set; }

    public ConcurrentQueue<BotActivity> Passed { get; } = new();

    public Node Join() => new(this);

    private void Say(Node from, Rung rung)
    {
        foreach (var (_, heard) in _listening.Where(one => !Broken && one.Key != from))
        {
            heard(rung);
        }
    }

    internal sealed class Node(SharedBell bell) : IBell
    {
        private readonly TaskCompletionSource _runs = new();

        public bool HasOthers => true;

        /// <summary>Ends when the node listens and watches.</summary>
        public Task Runs => _runs.Task.WaitAsync(WebChat.Guard);

        public void Ring(string conversation) => bell.Say(this, new(conversation));

        public void Pass(string conversation, BotActivity activity)
        {
            bell.Passed.Enqueue(activity);
            bell.Say(this, new(conversation, activity));
        }

        public async Task RunAsync(Action<Rung> heard, CancellationToken cancellationToken)
        {
            bell._listening[this] = heard;
            _runs.SetResult();
            Task end = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            await end.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            bell._listening.TryRemove(this, out _);
        }
    }
}
