using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace WalkBuddyBot.Storage.Keeping;

/// <summary>
/// Says at a start how old the newest thing in the database is, when reminders have come due since. A restored copy looks like an outage,
/// and only a person knows which it is: after an outage they are to go out, and from a copy they may have gone out before.
/// </summary>
internal sealed partial class SinceLast(IStore store, IClock clock, ILogger<SinceLast> log) : IHostedLifecycleService
{
    private static readonly Duration Short = Duration.FromMinutes(5);

    // Before any service starts, so that it is said before the first of them is planned.
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
#pragma warning disable CA1031 // A hint that cannot be given keeps nobody from starting.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NotKnown(log, failure);
        }
    }

    /// <summary>Looks, and says what it sees.</summary>
    /// <returns>How many schedules have come due since the newest thing; 0 when that is not long ago.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (newest, due) = await store.ReadAsync(session => Look(session, now), cancellationToken);
        if (newest is not { } at || now - at < Short || due == 0)
        {
            return 0;
        }

        Said(log, at, due);
        return due;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static (Instant? Newest, long Due) Look(Session session, Instant now)
    {
        long?[] times =
        [
            session.Number("SELECT made_at FROM outgoing ORDER BY seq DESC LIMIT 1"),
            session.Number("SELECT received_at FROM inbox ORDER BY seq DESC LIMIT 1"),
            session.Number("SELECT made_at FROM person ORDER BY seq DESC LIMIT 1"),
            session.Number("SELECT max(sent_at) FROM activity"),
        ];
        var due = session.Number(
            "SELECT count(*) FROM schedule WHERE next_due_at IS NOT NULL AND next_due_at <= @now", ("@now", now.ToUnixTimeMilliseconds()));
        return (times.Max() is { } newest ? Instant.FromUnixTimeMilliseconds(newest) : null, due ?? 0);
    }

    [LoggerMessage(1, LogLevel.Warning,
        "Nothing in the database is newer than {Newest}, and {Due} schedules have come due since. After an outage, what is still within its "
        + "grace goes out now. If this is a restored copy, some of that may have gone out before: 'nudges hold' keeps it back.")]
    private static partial void Said(ILogger logger, Instant newest, long due);

    [LoggerMessage(2, LogLevel.Debug, "How old the newest thing in the database is could not be seen.")]
    private static partial void NotKnown(ILogger logger, Exception failure);
}
