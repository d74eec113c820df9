using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using WalkBuddyBot.BotFramework;

namespace WalkBuddyBot.Storage.Sqlite;

/// <summary>
/// The one writer: whatever waits, chat first, goes into one commit, because a commit costs one wait for the disk however much it holds.
/// Each work has its own savepoint, so that one that fails takes nothing with it.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    internal const int MostPerCommit = 64;

    // However busy the talk is, the clock gets a word in.
    private const int KeptForDispatch = 8;

    // A thousand waiting works are several seconds of disk: whoever comes then waits for a place.
    private const int MostWaiting = 1024;

    private readonly Channel<Work> _chat = Queue();
    private readonly Channel<Work> _dispatch = Queue();
    private readonly AutoResetEvent _bell = new(initialState: false);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteSession _session;
    private volatile StoreUnavailableException? _outage;

    public Writer(SqliteSession session)
    {
        _session = session;
        new Thread(Loop) { IsBackground = true, Name = "SQLite writer" }.Start();
    }

    /// <summary>How many works the last commit held; for tests and measurements.</summary>
    internal int LastBatch { get; private set; }

    /// <summary>Why the last commit could not be written, when the world was at fault; null when it could.</summary>
    public StoreUnavailableException? Outage => _outage;

    public async Task<T> RunAsync<T>(WorkClass by, Func<Session, T> run, CancellationToken cancellationToken)
    {
        var work = new Work<T>(run, cancellationToken);
        try
        {
            await (by == WorkClass.Chat ? _chat : _dispatch).Writer.WriteAsync(work, cancellationToken);
        }
        catch (ChannelClosedException error)
        {
            throw new StoreUnavailableException("The memory is closing.", error);
        }

        _bell.Set();
        return await work.Done.WaitAsync(cancellationToken);
    }

    /// <summary>Writes what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _chat.Writer.TryComplete();
        _dispatch.Writer.TryComplete();
        _bell.Set();
        await _ended.Task;
        _bell.Dispose();
    }

    private static Channel<Work> Queue() =>
        Channel.CreateBounded<Work>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private void Loop()
    {
        var batch = new List<Work>(MostPerCommit);
        while (true)
        {
            Gather(batch);
            if (batch.Count > 0)
            {
                Commit(batch);
                batch.Clear();
            }
            else if (_chat.Reader.Completion.IsCompleted && _dispatch.Reader.Completion.IsCompleted)
            {
                break;
            }
            else
            {
                _bell.WaitOne();
            }
        }

        _ended.SetResult();
    }

    private void Gather(List<Work> batch)
    {
        Take(_chat.Reader, batch, MostPerCommit - KeptForDispatch);
        Take(_dispatch.Reader, batch, MostPerCommit);
        Take(_chat.Reader, batch, MostPerCommit);
    }

    private static void Take(ChannelReader<Work> from, List<Work> batch, int upTo)
    {
        while (batch.Count < upTo && from.TryRead(out var work))
        {
            if (work.Abandoned)
            {
                work.Fail(new OperationCanceledException());
            }
            else
            {
                batch.Add(work);
            }
        }
    }

    private void Commit(List<Work> batch)
    {
        LastBatch = batch.Count;
        var failed = new Dictionary<Work, Exception>();
        try
        {
            _session.Run("BEGIN IMMEDIATE");
            foreach (var work in batch)
            {
                Try(work, failed);
            }

            _session.Run("COMMIT");
        }
        catch (Exception error)
        {
            RollBack();
            var cause = error is SqliteException sqlite && sqlite.IsOutage() ? SqliteErrors.Outage(sqlite) : error;
            _outage = cause as StoreUnavailableException ?? _outage;
            foreach (var work in batch)
            {
                work.Fail(failed.GetValueOrDefault(work, cause));
            }

            return;
        }

        _outage = failed.Values.OfType<StoreUnavailableException>().FirstOrDefault();
        foreach (var work in batch)
        {
            if (failed.TryGetValue(work, out var error))
            {
                work.Fail(error);
            }
            else
            {
                work.Complete();
            }
        }
    }

    private void Try(Work work, Dictionary<Work, Exception> failed)
    {
        _session.Run("SAVEPOINT work");
        try
        {
            work.Run(_session);
        }
        catch (Exception error)
        {
            // A full disk or a broken file ends the whole transaction: then nobody's work stands.
            if (!_session.InTransaction)
            {
                throw;
            }

            _session.Run("ROLLBACK TO work");
            failed[work] = error is SqliteException sqlite && sqlite.IsOutage() ? SqliteErrors.Outage(sqlite) : error;
        }

        _session.Run("RELEASE work");
    }

    private void RollBack()
    {
        try
        {
            if (_session.InTransaction)
            {
                _session.Run("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // The transaction ends with the next BEGIN or not at all; those who waited hear of the first error.
        }
    }
}
