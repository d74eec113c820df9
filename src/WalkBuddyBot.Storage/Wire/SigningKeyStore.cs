using System.Data.Common;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>The keys of web-chat tokens.</summary>
internal sealed class SigningKeyStore(IStore store) : ISigningKeys
{
    private const string NewestFirst = "SELECT id, secret, made_at FROM signing_key ORDER BY made_at DESC, seq DESC";

    public Task<IReadOnlyList<SigningKey>> AllAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<SigningKey>>(session => session.All(NewestFirst, Read), cancellationToken);

    public Task<SigningKey> AddFirstAsync(SigningKey key, CancellationToken cancellationToken) => store.WriteAsync(
        WorkClass.Chat,
        session =>
        {
            if (session.First(NewestFirst, Read) is { } newest)
            {
                return newest;
            }

            session.Run(
                "INSERT INTO signing_key (id, secret, made_at) VALUES (@id, @secret, @made)",
                ("@id", key.Id),
                ("@secret", key.Secret.ToArray()),
                ("@made", key.CreatedAt.ToUnixTimeMilliseconds()));
            return key;
        },
        cancellationToken);

    private static SigningKey Read(DbDataReader row) => new(row.GetString(0), row.GetFieldValue<byte[]>(1), row.At(2));
}
