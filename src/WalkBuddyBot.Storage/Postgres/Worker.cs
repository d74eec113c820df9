using System.Data;
using Npgsql;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>One connection and what runs on it, each work in a transaction of its own. Used by one thread.</summary>
internal sealed class Worker(Func<PostgresSession> open, IsolationLevel level) : IDisposable
{
    // Whoever was in the way has committed by the second time, and a server that ended the connection is asked by a new one.
    private const int MostTries = 3;

    private PostgresSession? _session;

    /// <summary>Runs it, and tells who waits for it how it ended.</summary>
    public void Do(Work work)
    {
        for (var attempt = 1; Try(work) is { } failure; attempt++)
        {
            if (attempt == MostTries || !failure.MayBeRunAnew)
            {
                work.Fail(failure.Error.IsOutage() ? PostgresErrors.Outage(failure.Error) : failure.Error);
                return;
            }
        }

        work.Complete();
    }

    public void Dispose()
    {
        try
        {
            _session?.Dispose();
        }
        catch (NpgsqlException)
        {
            // It had gone before.
        }

        _session = null;
    }

    // Null when it is committed. Where the connection is lost while it commits, nobody knows whether it was: it is not run a second time.
    private Failure? Try(Work work)
    {
        NpgsqlTransaction? transaction = null;
        var committing = false;
        try
        {
            _session ??= open();
            transaction = _session.Connection.BeginTransaction(level);
            work.Run(_session);
            committing = true;
            transaction.Commit();
            return null;
        }
        catch (Exception error)
        {
            RollBack(transaction);
            if (error.IsOldPlan())
            {
                Dispose();
            }

            return new(error, error.MayEndWellAnew() && (!committing || error.SaysNotCommitted()));
        }
    }

    private void RollBack(NpgsqlTransaction? transaction)
    {
        try
        {
            transaction?.Rollback();
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
        {
            Dispose();
        }

        if (_session is { IsSound: false })
        {
            Dispose();
        }
    }

    private sealed record Failure(Exception Error, bool MayBeRunAnew);
}
