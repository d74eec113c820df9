namespace WalkBuddyBot.Nudging;

/// <summary>One beat of the clock: plan what is due, then send what waits.</summary>
public interface INudgeTick
{
    /// <summary>Runs once. A failure of one half is logged and leaves the other half its turn; it shows in the result.</summary>
    Task<TickResult> RunAsync(CancellationToken cancellationToken);
}
