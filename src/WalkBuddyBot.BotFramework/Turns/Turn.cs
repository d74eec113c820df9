using NodaTime;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>An activity that waits to be run, or runs; whoever brought it may wait for its end, a repeat with the first.</summary>
/// <param name="activity">What is to be run.</param>
/// <param name="since">Since when it waits: when it came in, here or at another node.</param>
internal sealed class Turn(BotActivity activity, Instant since)
{
    private readonly TaskCompletionSource<TurnResult> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BotActivity Activity { get; } = activity;

    public Instant Since { get; } = since;

    public bool Began { get; private set; }

    public Task<TurnResult> Ended => _ended.Task;

    public void Begin() => Began = true;

    public void End(TurnResult result) => _ended.TrySetResult(result);
}
