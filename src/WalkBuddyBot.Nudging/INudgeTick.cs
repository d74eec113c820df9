namespace WalkBuddyBot.Nudging;

/// <summary>One beat of the clock: plan what is due, then send what waits.</summary>
public interface INudgeTick
{
    /// <summary>
    /// Runs once, by hand: sends what may be sent now, waits for no pace, and ends when all of it has come to its end. A failure of one
    /// half is logged and leaves the other half its turn; it shows in the result.
    /// </summary>
    Task<TickResult> RunAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The clock's own beat: plans, and opens the door. What goes through it is not waited for, so that a channel that is slow holds up
    /// neither the plan nor the lanes of others.
    /// </summary>
    Task BeatAsync(CancellationToken cancellationToken);
}
