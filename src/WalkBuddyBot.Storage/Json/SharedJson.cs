using System.Collections.Concurrent;

namespace WalkBuddyBot.Storage.Json;

/// <summary>
/// Values by their text, for texts that many rows have in common: the plan that most people keep, the hour that many share. What is
/// read of one row is shared with the next, as the records cannot be changed.
/// </summary>
/// <param name="mayShare">Whether a value may stay in memory beyond its reading: none that tells of a talk may.</param>
internal sealed class SharedJson<T>(Func<T, bool> mayShare)
    where T : class
{
    private const int Most = 4096;
    private const int Longest = 512;
    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <exception cref="UnreadableRowException">The text is not what was written here.</exception>
    public T Read(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var value = StoreJson.Read<T>(text);
        if (text.Length > Longest || !mayShare(value))
        {
            return value;
        }

        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Volatile.Write(ref _count, 0);
        }

        _known[text] = value;
        return value;
    }
}
