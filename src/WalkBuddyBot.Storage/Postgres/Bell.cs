using Microsoft.Extensions.Logging;
using Npgsql;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage.Postgres.Opening;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>
/// The bell of nodes that share a PostgreSQL database: NOTIFY and LISTEN, on two connections of its own. Not in the transactions that ring:
/// those would have to commit one after another. Whichever connection breaks is made again; what was lost meanwhile each node finds out
/// by itself.
/// </summary>
internal sealed partial class Bell(string connectionString, string owner, TimeProvider time, ILogger<Bell> logger) : IBell
{
    private const string Name = "walkbuddy_bell";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    // A server that vanished without a word is noticed by asking it.
    private const int AskSeconds = 10;

    private readonly BellQueue _queue = new(time);

    public bool HasOthers => true;

    public void Ring(string conversation) => _queue.Ring(conversation);

    public void Pass(string conversation, BotActivity activity) => _queue.Pass(conversation, activity);

    public Task RunAsync(Action<Rung> heard, CancellationToken cancellationToken) => Task.WhenAll(
        KeepAsync(connection => SendAsync(connection, cancellationToken), cancellationToken),
        KeepAsync(connection => ListenAsync(connection, heard, cancellationToken), cancellationToken));

    private async Task KeepAsync(Func<NpgsqlConnection, Task> use, CancellationToken cancellationToken)
    {
        for (var said = false; !cancellationToken.IsCancellationRequested;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Text());
                await connection.OpenAsync(cancellationToken);
                said = false;
                await use(connection);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever broke it, a new connection is tried; nothing depends on the bell but a second.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (!said)
                {
                    LogBroke(failure);
                    said = true;
                }

                Task rest = Task.Delay(BetweenTries, time, cancellationToken);
                await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private string Text()
    {
        var place = PostgresPlace.Of(connectionString);
        return new NpgsqlConnectionStringBuilder(place.Text) { KeepAlive = AskSeconds }.ConnectionString;
    }

    private async Task SendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var notify = new NpgsqlCommand($"SELECT pg_notify('{Name}', payload) FROM unnest($1) AS payload", connection);
        var payloads = new NpgsqlParameter<string[]>();
        notify.Parameters.Add(payloads);
        while (true)
        {
            var rungs = await _queue.TakeAsync(cancellationToken);
            payloads.TypedValue = [.. BellPayload.Write(owner, rungs)];
            if (payloads.TypedValue.Length == 0)
            {
                continue;
            }

            try
            {
                await notify.ExecuteNonQueryAsync(cancellationToken);
            }
            catch
            {
                // Rung twice is harmless; a connection that broke while nobody rang is only noticed now.
                _queue.Return(rungs);
                throw;
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, Action<Rung> heard, CancellationToken cancellationToken)
    {
        connection.Notification += (_, notification) =>
        {
            foreach (var rung in BellPayload.Read(owner, notification.Payload))
            {
                heard(rung);
            }
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning,
        "The bell between the nodes broke and is mended; until then pages show within a second what other nodes add.")]
    private partial void LogBroke(Exception failure);
}
