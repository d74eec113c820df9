using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>An activity that waits to be run, or runs; whoever brought it may wait for its end, a repeat with the first.</summary>
/// <param name="activity">What is to be run.</param>
/// <param name="takenAt">When it was taken, as the clock's own timestamp.</param>
internal sealed class Turn(BotActivity activity, long takenAt)
{
    private readonly TaskCompletionSource<TurnResult> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BotActivity Activity { get; } = activity;

    public long TakenAt { get; } = takenAt;

    public bool Began { get; private set; }

    public Task<TurnResult> Ended => _ended.Task;

    public void Begin() => Began = true;

    public void End(TurnResult result) => _ended.TrySetResult(result);
}
