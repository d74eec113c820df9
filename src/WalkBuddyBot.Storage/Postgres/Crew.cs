using WalkBuddyBot.BotFramework;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>
/// Threads that do nothing but wait for the database, so that none of those that serve people has to. Each class of work has its own:
/// however much the clock has to do, an answer finds a free one.
/// </summary>
/// <param name="name">What they do, for whoever looks at the process.</param>
/// <param name="most">How many of them, and so how many connections.</param>
/// <param name="worker">Makes one; its connection is opened by its first work.</param>
internal sealed class Crew(string name, int most, Func<Worker> worker) : IAsyncDisposable
{
    // A thousand waiting works are seconds: whoever comes then waits for a place.
    private const int MostWaiting = 1024;

    private readonly SemaphoreSlim _places = new(MostWaiting);
    private readonly object _gate = new();
    private readonly Queue<Work> _waiting = new();
    private readonly List<Task> _threads = [];
    private int _idle;
    private bool _ended;

    public async Task<T> RunAsync<T>(Func<Session, T> run, CancellationToken cancellationToken)
    {
        var work = new Work<T>(run, cancellationToken);
        await _places.WaitAsync(cancellationToken);
        Add(work);
        return await work.Done.WaitAsync(cancellationToken);
    }

    /// <summary>Does what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] threads;
        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
            threads = [.. _threads];
        }

        await Task.WhenAll(threads);
    }

    private void Add(Work work)
    {
        lock (_gate)
        {
            if (_ended)
            {
                _places.Release();
                throw new StoreUnavailableException("The memory is closing.");
            }

            _waiting.Enqueue(work);
            if (_idle < _waiting.Count && _threads.Count < most)
            {
                _threads.Add(Start());
            }
            else
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    private Task Start()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            Loop();
            ended.SetResult();
        });
        thread.IsBackground = true;
        thread.Name = $"PostgreSQL {name}";
        thread.Start();
        return ended.Task;
    }

    private void Loop()
    {
        using var mine = worker();
        while (Take() is { } work)
        {
            if (work.Abandoned)
            {
                work.Fail(new OperationCanceledException());
            }
            else
            {
                mine.Do(work);
            }
        }
    }

    private Work? Take()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_ended)
                {
                    return null;
                }

                _idle++;
                Monitor.Wait(_gate);
                _idle--;
            }

            _places.Release();
            return _waiting.Dequeue();
        }
    }
}
