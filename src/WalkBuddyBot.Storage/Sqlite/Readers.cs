using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace WalkBuddyBot.Storage.Sqlite;

/// <summary>Connections that only read, kept open with their prepared statements. Each read sees one moment.</summary>
internal sealed class Readers(Func<SqliteSession> open) : IDisposable
{
    private const int MostKept = 8;

    private readonly ConcurrentBag<SqliteSession> _free = [];
    private volatile bool _closed;

    public T Read<T>(Func<Session, T> read)
    {
        SqliteSession? session = null;
        var sound = false;
        try
        {
            session = _free.TryTake(out var kept) ? kept : open();
            session.Run("BEGIN");
            var result = read(session);
            session.Run("COMMIT");
            sound = true;
            return result;
        }
        catch (SqliteException error) when (error.IsOutage())
        {
            throw SqliteErrors.Outage(error);
        }
        finally
        {
            if (session is not null && sound && !_closed && _free.Count < MostKept)
            {
                _free.Add(session);
            }
            else
            {
                session?.Dispose();
            }
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_free.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
