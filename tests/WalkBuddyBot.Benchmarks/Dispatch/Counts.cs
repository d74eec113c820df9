using System.Collections.Concurrent;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>How often each person was reached, whoever reaches them.</summary>
internal sealed class Counts
{
    private readonly ConcurrentDictionary<string, int> _people = new(StringComparer.Ordinal);
    private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _all;
    private int _awaited = int.MaxValue;

    public int All => Volatile.Read(ref _all);

    public void Add(string person)
    {
        _people.AddOrUpdate(person, 1, (_, before) => before + 1);
        if (Interlocked.Increment(ref _all) == Volatile.Read(ref _awaited))
        {
            _reached.TrySetResult();
        }
    }

    /// <summary>Ends when so many were reached in all; to be asked before they are.</summary>
    public Task Reached(int all)
    {
        _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _awaited, all);
        return _reached.Task;
    }

    /// <summary>What is wrong; null when so many people were reached, each once.</summary>
    public string? Wrong(int people)
    {
        var more = _people.Count(person => person.Value > 1);
        return _people.Count == people && more == 0 ? null : $"{_people.Count} people were reached instead of {people}, {more} of them more than once";
    }
}
