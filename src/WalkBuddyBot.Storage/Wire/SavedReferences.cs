using System.Collections.Concurrent;
using NodaTime;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>Which references were saved last, so that a message which brings nothing new writes nothing.</summary>
internal sealed class SavedReferences
{
    /// <summary>
    /// How long nothing is written: a reference that is in use is never so old that the sweep of what is nobody's takes it away in the
    /// middle of a turn.
    /// </summary>
    public static readonly Duration Fresh = Duration.FromHours(1);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (string Payload, Instant At)> _saved = new(StringComparer.Ordinal);
    private int _epoch;

    /// <summary>Changes when something was forgotten: what was written before then may be gone.</summary>
    public int Epoch => Volatile.Read(ref _epoch);

    public bool Has(string key, string payload, Instant now) =>
        _saved.TryGetValue(key, out var saved) && saved.Payload == payload && now - saved.At < Fresh;

    /// <param name="key">The address.</param>
    /// <param name="payload">What was written.</param>
    /// <param name="at">When.</param>
    /// <param name="epoch">As it was before it was written.</param>
    public void Remember(string key, string payload, Instant at, int epoch)
    {
        if (_saved.Count >= MostRemembered)
        {
            _saved.Clear();
        }

        _saved[key] = (payload, at);
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
