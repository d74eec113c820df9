using System.Collections.Concurrent;
using NodaTime;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>Turns that did not end. One that fails each time must not take the others' place: it is tried ever less often.</summary>
internal sealed class Failures
{
    private static readonly Duration LongestRest = Duration.FromHours(1);

    private readonly ConcurrentDictionary<string, (int Times, Instant NotBefore, bool Said)> _failed = new(StringComparer.Ordinal);

    /// <summary>Whether it may be tried again.</summary>
    public bool Rested(string key, Instant now) => !_failed.TryGetValue(key, out var failed) || failed.NotBefore <= now;

    /// <summary>Whether the words of its alarm were handed over already.</summary>
    public bool Said(string key) => _failed.TryGetValue(key, out var failed) && failed.Said;

    /// <summary>Notes one more failure.</summary>
    /// <returns>How many there were.</returns>
    public int Add(string key, Duration rest, bool said, Instant now)
    {
        var times = _failed.TryGetValue(key, out var before) ? before.Times + 1 : 1;
        _failed[key] = (times, now + Duration.Min(rest * Math.Pow(2, Math.Min(times, 16) - 1), LongestRest), said);
        return times;
    }

    public void Forget(string key) => _failed.TryRemove(key, out _);

    /// <summary>What is no longer unfinished (another node ran it, or it was erased) did not fail for good.</summary>
    public void KeepOnly(IReadOnlyList<Unfinished> unfinished)
    {
        if (_failed.IsEmpty)
        {
            return;
        }

        var left = unfinished.Select(row => row.Activity.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in _failed.Keys.Where(key => !left.Contains(key)))
        {
            _failed.TryRemove(key, out _);
        }
    }
}
