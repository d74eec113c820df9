using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace WalkBuddyBot.Storage.Keeping;

/// <summary>
/// Removes each hour what is finished and old: rows of the outbox after 30 days, which is as far as the ledger looks, and of the inbox
/// after 7, which is longer than any channel sends a message again. Whoever left goes too.
/// </summary>
internal sealed partial class Retention(
    IStore store, Departures departures, IClock clock, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    private const int AtOnce = 1000;

    // Rows lie in the order they were made: where one is young, those behind it are too, and none of them needs to be read.
    private const string Outgoing = "SELECT seq, made_at, settled_at FROM outgoing WHERE seq > @after ORDER BY seq LIMIT @most";
    private const string Inbox = "SELECT seq, received_at, done_at FROM inbox WHERE seq > @after ORDER BY seq LIMIT @most";
    private const string RemoveOutgoing = "DELETE FROM outgoing WHERE seq = @seq AND settled_at < @before";
    private const string RemoveInbox = "DELETE FROM inbox WHERE seq = @seq AND done_at < @before";

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);
    private static readonly Duration OutgoingKept = Duration.FromDays(30);
    private static readonly Duration InboxKept = Duration.FromDays(7);

    /// <summary>Removes what is old now.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return await RemoveAsync(Outgoing, RemoveOutgoing, (now - OutgoingKept).Millis(), cancellationToken)
            + await RemoveAsync(Inbox, RemoveInbox, (now - InboxKept).Millis(), cancellationToken)
            + await departures.RunAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (true)
        {
            Task tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            Removed(log, await RunAsync(stopping));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The next hour goes on.
        }
#pragma warning disable CA1031 // Old rows do no harm for an hour more.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotRemoved(log, failure);
        }
    }

    private async Task<int> RemoveAsync(string select, string delete, long before, CancellationToken cancellationToken)
    {
        var removed = 0;
        IReadOnlyList<Row> rows = [];
        do
        {
            var after = rows is [.., var last] ? last.Seq : long.MinValue;
            rows = await store.ReadAsync(
                session => session.All(
                    select,
                    row => new Row(row.GetInt64(0), row.GetInt64(1), row.NumberOrNull(2)),
                    ("@after", after),
                    ("@most", (long)AtOnce)),
                cancellationToken);
            var old = rows.Where(row => row.EndedAt < before).Select(row => row.Seq).ToList();
            removed += old.Count == 0 ? 0 : await store.WriteAsync(
                WorkClass.Dispatch, session => old.Sum(seq => session.Run(delete, ("@seq", seq), ("@before", before))), cancellationToken);
        }
        while (rows.Count == AtOnce && rows[^1].MadeAt < before);

        return removed;
    }

    [LoggerMessage(1, LogLevel.Debug, "{Removed} finished rows of the outbox and the inbox were old and were removed.")]
    private static partial void Removed(ILogger logger, int removed);

    [LoggerMessage(2, LogLevel.Warning, "Old rows of the outbox and the inbox could not be removed; tried again in an hour.")]
    private static partial void NotRemoved(ILogger logger, Exception failure);

    private sealed record Row(long Seq, long MadeAt, long? EndedAt);
}
