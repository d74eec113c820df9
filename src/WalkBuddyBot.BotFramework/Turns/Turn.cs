using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>An activity that waits to be run, or runs; whoever brought it may wait for its end, a repeat with the first.</summary>
internal sealed class Turn(BotActivity activity)
{
    private readonly TaskCompletionSource<TurnResult> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BotActivity Activity { get; } = activity;

    public bool Began { get; private set; }

    public Task<TurnResult> Ended => _ended.Task;

    public void Begin() => Began = true;

    public void End(TurnResult result) => _ended.TrySetResult(result);
}
