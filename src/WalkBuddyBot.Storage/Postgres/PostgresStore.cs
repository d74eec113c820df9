using System.Data;
using NodaTime;
using Npgsql;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Storage.Opening;
using WalkBuddyBot.Storage.Postgres.Opening;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>
/// PostgreSQL as the ports use it, shared by several nodes: reads see one moment, writes hold the rows they change until their commit.
/// </summary>
internal sealed class PostgresStore(
    string text, IReadOnlyList<SchemaStep> steps, DatabaseClock shared, IClock clock, TimeProvider time) : IStorageGate, IStore, IDisposable
{
    private const int ForChat = 6;
    private const int ForDispatch = 4;
    private const int ForReads = 4;
    private const int MostOpenings = 60;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenOpenings = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenClocks = TimeSpan.FromSeconds(1);

    private readonly PostgresSchema _schema = new(steps, clock);
    private readonly SemaphoreSlim _opening = new(1);
    private Opened? _opened;
    private bool _closed;

    /// <summary>Names this process in the leases it holds.</summary>
    public string Owner { get; } = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true);

    public bool IsAlone => false;

    public async Task OpenAsync(StorageUse use, CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _opened ??= await OpenPatientlyAsync(use, cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    // A node that runs goes on when a newer one has added to the schema meanwhile.
    public async Task<StorageHealth> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var enough = new CancellationTokenSource(Longest, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
            var number = await ReadAsync(SchemaHistory.Of, either.Token);
            var older = number >= _schema.Newest ? null : $"The database has schema {number}; this program works with {_schema.Newest}.";
            return new(Answers: true, number, _schema.Newest, older);
        }
        catch (Exception error) when (error is StoreUnavailableException or NpgsqlException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var problem = error is StoreUnavailableException ? error.Message : "The database does not answer.";
            return new(Answers: false, Schema: 0, _schema.Newest, problem);
        }
    }

    /// <summary>Reads at one moment.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken cancellationToken) =>
        await Now().Readers.RunAsync(read, cancellationToken);

    /// <summary>Writes; ends when it is committed. It may be run a second time from its beginning.</summary>
    public async Task<T> WriteAsync<T>(WorkClass by, Func<Session, T> write, CancellationToken cancellationToken)
    {
        var opened = Now();
        return await (by == WorkClass.Chat ? opened.Chat : opened.Dispatch).RunAsync(write, cancellationToken);
    }

    /// <summary>The server's log is its own: what is erased leaves it as the server recycles it.</summary>
    public Task<bool> EmptyLogAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync();
        try
        {
            _closed = true;
            if (_opened is { } opened)
            {
                await opened.Ticking.CancelAsync();
                await opened.Clock;
                await opened.Chat.DisposeAsync();
                await opened.Dispatch.DisposeAsync();
                await opened.Readers.DisposeAsync();
                await opened.Source.DisposeAsync();
                opened.Ticking.Dispose();
            }

            _opened = null;
        }
        finally
        {
            _opening.Release();
        }
    }

    // A server that is only just starting, or reads its log after a crash, says so.
    private async Task<Opened> OpenPatientlyAsync(StorageUse use, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Task.Run(() => Open(use), cancellationToken);
            }
            catch (StorageStartException refusal) when (attempt < MostOpenings && IsStarting(refusal.InnerException))
            {
                await Task.Delay(BetweenOpenings, time, cancellationToken);
            }
        }
    }

    private static bool IsStarting(Exception? error) => error is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow };

    private Opened Open(StorageUse use)
    {
        var place = PostgresPlace.Of(text);
        var source = PostgresDoorway.To(place);
        try
        {
            using var session = PostgresDoorway.OpenFirst(source, place.Name);
            shared.Ask(session);
            _schema.Bring(session, place.Name, mayChange: use == StorageUse.Service);
            var ticking = new CancellationTokenSource();
            var readers = new Crew(
                "reads", ForReads, () => new Worker(() => PostgresDoorway.OpenReader(source), IsolationLevel.RepeatableRead));
            return new(
                source,
                Writers("chat", ForChat, source),
                Writers("dispatch", ForDispatch, source),
                readers,
                KeepClockAsync(readers, ticking.Token),
                ticking);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static Crew Writers(string name, int most, NpgsqlDataSource source) =>
        new(name, most, () => new Worker(() => PostgresDoorway.Open(source), IsolationLevel.ReadCommitted));

    // While the database does not answer, the clock goes on from what it said last.
    private async Task KeepClockAsync(Crew readers, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenClocks, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                try
                {
                    await readers.RunAsync(shared.Ask, stopping);
                }
                catch (Exception error) when (error is StoreUnavailableException or NpgsqlException)
                {
                    // Asked again in a second.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private Opened Now() =>
        _opened ?? throw new StoreUnavailableException(_closed ? "The memory is closed." : "The memory is not open yet.");

    private sealed record Opened(
        NpgsqlDataSource Source, Crew Chat, Crew Dispatch, Crew Readers, Task Clock, CancellationTokenSource Ticking);
}
