using Microsoft.Extensions.Logging;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>
/// Writes how rows ended, as soon as each did: one that hangs leaves no other in doubt. Whatever ended while the last commit was under way
/// goes into the next.
/// </summary>
internal sealed partial class Settler(IOutbox outbox, InHand inHand, TimeProvider time, ILogger<Settler> logger)
{
    private const int Most = 256;
    private const int MostFailures = 3;

    // While the memory is away nobody else takes these rows, and what was sent must not be sent again when it is back.
    private static readonly TimeSpan[] Pauses =
        [.. Enumerable.Range(0, 4).Select(i => TimeSpan.FromMilliseconds(250 << i)), .. Enumerable.Repeat(TimeSpan.FromSeconds(2), 58)];

    private readonly Lock _gate = new();
    private List<Outgoing> _ended = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _writing;

    /// <summary>Ends when it is written, or is left to be tried again.</summary>
    public Task SettleAsync(Outgoing row)
    {
        Task written;
        lock (_gate)
        {
            _ended.Add(row);
            written = _next.Task;
            if (_writing)
            {
                return written;
            }

            _writing = true;
        }

        _ = WriteAsync();
        return written;
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            List<Outgoing> ended;
            TaskCompletionSource done;
            lock (_gate)
            {
                if (_ended.Count == 0)
                {
                    _writing = false;
                    return;
                }

                (ended, _ended) = (_ended, []);
                (done, _next) = (_next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            foreach (var some in ended.Chunk(Most))
            {
                if (await TryAsync(some))
                {
                    Leave(some);
                    continue;
                }

                // One row that cannot be written must not leave its whole batch in doubt, nor hold up the next.
                var left = some.Length == 1 ? some : await EachAsync(some);
                if (left.Count > 0)
                {
                    _ = AgainAsync(left);
                }
            }

            done.SetResult();
        }
    }

    private async Task AgainAsync(IReadOnlyList<Outgoing> left)
    {
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, time);
            left = await EachAsync(left);
            if (left.Count == 0)
            {
                return;
            }
        }

        // The recovery finds them when their leases have ended.
        LogGivenUp(left.Count, left[0].Id.Value);
        Leave(left);
    }

    /// <returns>Those that are still to be written.</returns>
    private async Task<IReadOnlyList<Outgoing>> EachAsync(IReadOnlyList<Outgoing> rows)
    {
        var left = new List<Outgoing>();
        foreach (var row in rows)
        {
            // So many in a row are no fault of theirs: the memory is away.
            if (left.Count < MostFailures && await TryAsync([row]))
            {
                Leave([row]);
            }
            else
            {
                left.Add(row);
            }
        }

        return left;
    }

    private async Task<bool> TryAsync(Outgoing[] rows)
    {
        try
        {
            // What was sent was sent, even if the service is told to stop just now.
            await outbox.SettleAsync(rows, CancellationToken.None);
            return true;
        }
#pragma warning disable CA1031 // Tried again, whatever it was.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(failure, rows.Length);
            return false;
        }
    }

    private void Leave(IReadOnlyList<Outgoing> rows)
    {
        foreach (var row in rows)
        {
            inHand.Leave(row);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "How {Count} rows ended could not be written; it is tried again.")]
    private partial void LogFailed(Exception failure, int count);

    [LoggerMessage(2, LogLevel.Error, "How {Count} outgoing rows ended could not be written, {OutgoingId} among them.")]
    private partial void LogGivenUp(int count, Guid outgoingId);
}
