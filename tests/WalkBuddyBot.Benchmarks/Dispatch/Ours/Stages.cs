using System.Collections.Concurrent;
using System.Diagnostics;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>Where the time goes: seconds a stage, summed over all calls; stages that run side by side may come to more than the whole.</summary>
internal sealed class Stages
{
    private readonly ConcurrentDictionary<string, long> _ticks = new(StringComparer.Ordinal);

    public void Clear() => _ticks.Clear();

    public async Task<T> TimeAsync<T>(string stage, Func<Task<T>> work)
    {
        var from = Stopwatch.GetTimestamp();
        try
        {
            return await work();
        }
        finally
        {
            Add(stage, Stopwatch.GetTimestamp() - from);
        }
    }

    public T Time<T>(string stage, Func<T> work)
    {
        var from = Stopwatch.GetTimestamp();
        var result = work();
        Add(stage, Stopwatch.GetTimestamp() - from);
        return result;
    }

    public IEnumerable<(string Stage, double Seconds)> All => _ticks.Select(stage => (stage.Key, stage.Value / (double)Stopwatch.Frequency));

    private void Add(string stage, long ticks) => _ticks.AddOrUpdate(stage, ticks, (_, before) => before + ticks);
}
