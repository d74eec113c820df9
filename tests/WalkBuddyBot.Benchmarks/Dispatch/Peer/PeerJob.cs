using Quartz;

namespace WalkBuddyBot.Benchmarks.Dispatch.Peer;

/// <summary>What the peer does for a person: counts, and nothing else.</summary>
internal sealed class PeerJob(Counts counts) : IJob
{
    public const string Person = "person";

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        counts.Add((string)context.MergedJobDataMap[Person]!);
        return ValueTask.CompletedTask;
    }
}
