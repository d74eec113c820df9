using System.Text.Json;

namespace WalkBuddyBot.EndToEnd.Faults.Connector;

/// <summary>
/// The ledger outside the service: what was accepted is on the disk before anybody is told so, and whoever waits for the n-th learns of it
/// then.
/// </summary>
internal sealed class CallLedger(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, int> _waiting = new();
    private int _accepted;

    public void Write(ConnectorCall call)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(call);
        lock (_lock)
        {
            _file.Write(line);
            _file.WriteByte((byte)'\n');
            _file.Flush(flushToDisk: call.IsAccepted);
            _accepted += call.IsAccepted ? 1 : 0;
            while (_waiting.TryPeek(out var waiting, out var number) && number <= _accepted)
            {
                _waiting.Dequeue();
                waiting.SetResult();
            }
        }
    }

    /// <summary>Ends once so many were accepted.</summary>
    public Task AcceptedAsync(int number)
    {
        lock (_lock)
        {
            if (_accepted >= number)
            {
                return Task.CompletedTask;
            }

            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiting, number);
            return waiting.Task;
        }
    }

    public void Dispose() => _file.Dispose();
}
