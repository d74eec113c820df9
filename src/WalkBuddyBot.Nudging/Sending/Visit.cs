namespace WalkBuddyBot.Nudging.Sending;

/// <summary>One run through the door, and what it has under way.</summary>
/// <param name="turns">Lanes take turns at the memory, first come, first served.</param>
/// <param name="isPatient">
/// Whether the pace is waited for. A run by hand sends what may be sent now, leaves the rest, and ends.
/// </param>
/// <param name="stop">Ends the taking of rows; what has begun comes to its end.</param>
internal sealed class Visit(SemaphoreSlim turns, bool isPatient, CancellationToken stop)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the visit itself.
    private int _open = 1;

    public Tally Tally { get; } = new();

    public bool IsPatient => isPatient;

    public CancellationToken Stop => stop;

    public async Task<T> InTurnAsync<T>(Func<Task<T>> ask)
    {
        await turns.WaitAsync(CancellationToken.None);
        try
        {
            return await ask();
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Counts a send in, until it has come to its end.</summary>
    public void Add(Task send)
    {
        if (!send.IsCompletedSuccessfully)
        {
            Interlocked.Increment(ref _open);
            _ = FollowAsync(send);
        }
    }

    /// <summary>No more is added; ends when all that was has ended.</summary>
    public Task EndedAsync()
    {
        Leave();
        return _ended.Task;
    }

    private async Task FollowAsync(Task send)
    {
        try
        {
            await send;
        }
#pragma warning disable CA1031 // A send names how it ended; if it throws, the recovery will find its row.
        catch (Exception)
#pragma warning restore CA1031
        {
            Tally.Broke();
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _ended.SetResult();
        }
    }
}
