using Microsoft.Extensions.Logging;
using WalkBuddyBot.Nudging.Planning;
using WalkBuddyBot.Nudging.Sending;

namespace WalkBuddyBot.Nudging;

internal sealed partial class NudgeTick(NudgePlanner planner, NudgeDoor door, TickHealth health, ILogger<NudgeTick> logger) : INudgeTick
{
    public async Task<TickResult> RunAsync(CancellationToken cancellationToken)
    {
        var planned = await TryAsync("plan", planner.RunAsync, cancellationToken);
        var sent = await TryAsync("door", door.RunAsync, cancellationToken);
        return Note(planned.And(sent));
    }

    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        // What waits already does not wait for the plan, however much of it there is.
        var opened = TryAsync("door", OpenAsync, cancellationToken);
        var planned = await TryAsync("plan", planner.RunAsync, cancellationToken);
        var result = planned.And(await opened);
        Note(planned.Planned > 0 ? result.And(await TryAsync("door", OpenAsync, cancellationToken)) : result);
    }

    private async Task<TickResult> OpenAsync(CancellationToken cancellationToken)
    {
        await door.OpenAsync(cancellationToken);
        return TickResult.Nothing;
    }

    private TickResult Note(TickResult result)
    {
        if (result.Whole)
        {
            health.Finished();
        }

        return result;
    }

    private async Task<TickResult> TryAsync(string half, Func<CancellationToken, Task<TickResult>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run(cancellationToken);
        }
#pragma warning disable CA1031 // One bad tick must not end the ticking.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure, half);
            return TickResult.Nothing with { Whole = false };
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The {Half} of this tick failed; the next tick goes on.")]
    private partial void LogFailed(Exception failure, string half);
}
