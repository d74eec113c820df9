using Microsoft.Data.Sqlite;

namespace WalkBuddyBot.Storage.Sqlite.Opening;

/// <summary>From a place to a connection that may write: every refusal happens here, with its own sentence.</summary>
internal sealed class Doorway(Schema schema, TimeProvider time)
{
    public SqliteSession Open(Place place, bool mayChange)
    {
        if (place.File is { } path)
        {
            DatabaseFile.Check(path);
        }

        var connection = new SqliteConnection(place.Text);
        var session = new SqliteSession(connection);
        try
        {
            connection.Open();
            Settle(session, place);
            if (!QuickCheck.Passes(connection, time))
            {
                throw DatabaseFile.Damaged(place.File ?? "in memory");
            }

            schema.Bring(session, place.File ?? "in memory", place.File, mayChange || place.File is null);
            return session;
        }
        catch (SqliteException error)
        {
            session.Dispose();
            throw DatabaseFile.Explain(place.File ?? "in memory", error);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public static SqliteSession OpenReader(Place place) => OpenBeside(place.ReaderText);

    /// <summary>One more connection that may write.</summary>
    public static SqliteSession OpenBeside(Place place) => OpenBeside(place.Text);

    private static SqliteSession OpenBeside(string text)
    {
        var connection = new SqliteConnection(text);
        var session = new SqliteSession(connection);
        try
        {
            connection.Open();
            session.Run("PRAGMA busy_timeout = 5000");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void Settle(SqliteSession session, Place place)
    {
        session.Run("PRAGMA busy_timeout = 5000");
        if (place.File is not null && session.Text("PRAGMA journal_mode = WAL") != "wal")
        {
            throw new StorageStartException(
                $"The disk that holds the database {place.File} cannot share it between readers and a writer (network folders "
                + "cannot); name a file on a local disk.");
        }

        // A commit that was answered for survives a power cut.
        session.Run("PRAGMA synchronous = FULL");
        // What is deleted is overwritten, so that "delete my data" leaves nothing in the file.
        session.Run("PRAGMA secure_delete = ON");
        session.Run("PRAGMA temp_store = MEMORY");
        session.Run("PRAGMA cache_size = -16000");
        session.Run("PRAGMA wal_autocheckpoint = 4000");
    }
}
