using Quartz;
using WalkBuddyBot.Nudging.Sending;

namespace WalkBuddyBot.Nudging.Jobs;

[DisallowConcurrentExecution]
internal sealed class RenewalJob(InHand inHand) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await inHand.RenewAsync(cancellationToken);
}
