using System.Security.Cryptography;
using NodaTime;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Tokens;

/// <summary>The signing keys, remembered. The first one is made when there is none.</summary>
internal sealed class Keyring(ISigningKeys store, IClock clock) : IDisposable
{
    // A key that another node has just added is found within this time; a flood of invented key ids costs one read in it.
    private static readonly Duration BetweenReads = Duration.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile IReadOnlyList<SigningKey> _keys = [];
    private Instant _readAt = Instant.MinValue;

    public async Task<SigningKey> NewestAsync(CancellationToken cancellationToken) =>
        _keys is [var newest, ..] ? newest : (await ReadAsync(cancellationToken))[0];

    public async Task<SigningKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        Among(_keys, id) ?? Among(await ReadAsync(cancellationToken), id);

    public void Dispose() => _one.Dispose();

    private static SigningKey? Among(IReadOnlyList<SigningKey> keys, string id) =>
        keys.FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal));

    private async Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetCurrentInstant();
            if (_keys.Count > 0 && now - _readAt < BetweenReads)
            {
                return _keys;
            }

            _readAt = now;
            var keys = await store.AllAsync(cancellationToken);
            return _keys = keys.Count > 0 ? keys : [await AddFirstAsync(now, cancellationToken)];
        }
        finally
        {
            _one.Release();
        }
    }

    private Task<SigningKey> AddFirstAsync(Instant now, CancellationToken cancellationToken) =>
        store.AddFirstAsync(new SigningKey(RandomIds.Hex(), RandomNumberGenerator.GetBytes(32), now), cancellationToken);
}
