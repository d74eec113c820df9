using Microsoft.Data.Sqlite;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Opening;
using WalkBuddyBot.Storage.Sqlite.Opening;

namespace WalkBuddyBot.Storage.Sqlite;

/// <summary>The database as the ports use it: reads see one moment, writes go through the one writer.</summary>
internal sealed class SqliteStore(string text, IReadOnlyList<SchemaStep> steps, IClock clock, TimeProvider time) : IStorageGate, IStore, IDisposable
{
    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(2);

    private readonly Schema _schema = new(steps, clock);
    private readonly SemaphoreSlim _opening = new(1);
    private Opened? _opened;
    private bool _closed;

    /// <summary>Names this process in the leases it holds.</summary>
    public string Owner { get; } = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true);

    public bool IsAlone => true;

    public async Task OpenAsync(StorageUse use, CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _opened ??= Open(use);
        }
        finally
        {
            _opening.Release();
        }
    }

    public async Task<StorageHealth> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var number = await ReadAsync(SchemaHistory.Of, cancellationToken);
            if (await OutageAsync(cancellationToken) is { } outage)
            {
                return new(Answers: true, number, _schema.Newest, outage);
            }

            var mismatch = number == _schema.Newest ? null : $"The database has schema {number}; this program works with {_schema.Newest}.";
            return new(Answers: true, number, _schema.Newest, mismatch);
        }
        catch (Exception error) when (error is StoreUnavailableException or SqliteException)
        {
            var problem = error is StoreUnavailableException ? error.Message : "The database does not answer.";
            return new(Answers: false, Schema: 0, _schema.Newest, problem);
        }
    }

    // What can be read may not be written all the same. After a commit that failed nobody may come who tries the next, so this does.
    private async Task<string?> OutageAsync(CancellationToken cancellationToken)
    {
        var writer = Now().Writer;
        if (writer.Outage is not { } outage)
        {
            return null;
        }

        try
        {
            using var enough = new CancellationTokenSource(LongestTrial, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
            await writer.RunAsync(WorkClass.Chat, TryToWrite, either.Token);
            return null;
        }
        catch (StoreUnavailableException still)
        {
            return still.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return outage.Message;
        }
    }

    // A page is written, and nothing is different afterwards.
    private static int TryToWrite(Session session) =>
        session.Run("INSERT INTO setting (key, value) VALUES ('trial', '')") + session.Run("DELETE FROM setting WHERE key = 'trial'");

    /// <summary>Reads at one moment. In memory there is one connection, so a read waits its turn as a work.</summary>
    public Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var opened = Now();
        if (opened.Readers is null)
        {
            return opened.Writer.RunAsync(WorkClass.Chat, read, cancellationToken);
        }

        try
        {
            return Task.FromResult(opened.Readers.Read(read));
        }
        catch (Exception error) when (error is StoreUnavailableException or SqliteException or UnreadableRowException)
        {
            return Task.FromException<T>(error);
        }
    }

    /// <summary>Writes; ends when it is committed.</summary>
    public async Task<T> WriteAsync<T>(WorkClass by, Func<Session, T> write, CancellationToken cancellationToken) =>
        await Now().Writer.RunAsync(by, write, cancellationToken);

    /// <summary>Writes what the log holds to its place, and leaves the log empty; false when a reader was in the way.</summary>
    public async Task<bool> EmptyLogAsync(CancellationToken cancellationToken)
    {
        var opened = Now();
        if (opened.Readers is null)
        {
            return true;
        }

        // It waits for the writer's lock, so it has a connection and a thread of its own.
        return await Task.Run(
            () =>
            {
                using var session = Doorway.OpenBeside(Place.Of(text));
                return session.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
            },
            cancellationToken);
    }

    /// <summary>How many works the last commit held.</summary>
    internal int LastBatch => Now().Writer.LastBatch;

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync();
        try
        {
            _closed = true;
            if (_opened is { } opened)
            {
                await CloseAsync(opened);
            }

            _opened = null;
        }
        finally
        {
            _opening.Release();
        }
    }

    private static async Task CloseAsync(Opened opened)
    {
        await opened.Writer.DisposeAsync();
        opened.Readers?.Dispose();
        try
        {
            opened.Session.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // What is in the log is committed all the same; the next start reads it from there.
        }

        opened.Session.Dispose();
        if (opened.Lock is not null)
        {
            await opened.Lock.DisposeAsync();
        }
    }

    private Opened Open(StorageUse use)
    {
        var place = Place.Of(text);
        if (place.File is not { } file)
        {
            var session = new Doorway(_schema, time).Open(place, mayChange: true);
            return new(session, new Writer(session), Readers: null, Lock: null);
        }

        if (use == StorageUse.Command)
        {
            DatabaseFile.MustBeThere(file);
        }

        DatabaseFile.Prepare(file);
        var held = use == StorageUse.Service ? ServiceLock.Take(file) : null;
        try
        {
            var session = new Doorway(_schema, time).Open(place, mayChange: use == StorageUse.Service);
            return new(session, new Writer(session), new Readers(() => Doorway.OpenReader(place)), held);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    private Opened Now() =>
        _opened ?? throw new StoreUnavailableException(_closed ? "The memory is closed." : "The memory is not open yet.");

    private sealed record Opened(SqliteSession Session, Writer Writer, Readers? Readers, FileStream? Lock);
}
