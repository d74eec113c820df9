using System.Collections.Concurrent;

namespace WalkBuddyBot.Storage.Sqlite.Wire;

/// <summary>Which references were saved last, so that a message which brings nothing new writes nothing.</summary>
internal sealed class SavedReferences
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, string> _saved = new(StringComparer.Ordinal);
    private int _epoch;

    /// <summary>Changes when something was forgotten: what was written before then may be gone.</summary>
    public int Epoch => Volatile.Read(ref _epoch);

    public bool Has(string key, string payload) => _saved.TryGetValue(key, out var saved) && saved == payload;

    /// <param name="key">The address.</param>
    /// <param name="payload">What was written.</param>
    /// <param name="epoch">As it was before it was written.</param>
    public void Remember(string key, string payload, int epoch)
    {
        if (_saved.Count >= MostRemembered)
        {
            _saved.Clear();
        }

        _saved[key] = payload;
        if (Epoch != epoch)
        {
            _saved.TryRemove(key, out _);
        }
    }

    /// <summary>Its reference leaves: called by the writer, before it does.</summary>
    public void Forget(string key)
    {
        Interlocked.Increment(ref _epoch);
        _saved.TryRemove(key, out _);
    }
}
