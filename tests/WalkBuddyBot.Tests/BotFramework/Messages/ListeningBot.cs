using System.Collections.Concurrent;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Messages;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary>A bot that answers as the test wants and commits each activity once, with its answer.</summary>
internal sealed class ListeningBot(InMemoryStores stores) : IInboundActivities
{
    /// <summary>What was handed over, in order.</summary>
    public ConcurrentQueue<BotActivity> Handed { get; } = new();

    /// <summary>What had an effect, in order.</summary>
    public ConcurrentQueue<BotActivity> Committed { get; } = new();

    /// <summary>The answer, or a failure.</summary>
    public Func<BotActivity, Task<InboundAnswer>> Answer { get; set; } = _ => Task.FromResult(InboundAnswer.Ok);

    /// <summary>What is waited for before the answer, with the turn's own end.</summary>
    public Func<BotActivity, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What is waited for after the commit.</summary>
    public Func<Task> After { get; set; } = () => Task.CompletedTask;

    /// <summary>Whether there is something to commit.</summary>
    public bool Commits { get; set; } = true;

    public async Task<InboundAnswer> HandleAsync(BotActivity activity, string sink, CancellationToken cancellationToken)
    {
        Assert.Equal("connector", sink);
        Handed.Enqueue(activity);
        await Before(activity, cancellationToken);
        var answer = await Answer(activity);
        if (Commits && stores.Finish(activity.Key!, KeptAnswer.Write(answer)))
        {
            Committed.Enqueue(activity);
        }

        await After();

        return answer;
    }
}
