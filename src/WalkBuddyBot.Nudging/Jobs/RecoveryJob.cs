using Quartz;

namespace WalkBuddyBot.Nudging.Jobs;

[DisallowConcurrentExecution]
internal sealed class RecoveryJob(INudgeRecovery recovery) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await recovery.RunAsync(cancellationToken);
}
