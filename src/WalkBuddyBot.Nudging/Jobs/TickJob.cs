using Quartz;

namespace WalkBuddyBot.Nudging.Jobs;

[DisallowConcurrentExecution]
internal sealed class TickJob(INudgeTick tick) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tick.BeatAsync(cancellationToken);
}
