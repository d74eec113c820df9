using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WalkBuddyBot.Storage.Sqlite.Opening;

/// <summary>SQLite's own look at its pages, for as long as a start may wait: a very large file is looked at in part.</summary>
internal static class QuickCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    // Steps of SQLite's machine between two looks at the clock: well under a millisecond.
    private const int Steps = 10_000;

    /// <summary>Whether nothing wrong was seen.</summary>
    public static bool Passes(SqliteConnection connection, TimeProvider time)
    {
        var began = time.GetTimestamp();
        raw.sqlite3_progress_handler(connection.Handle, Steps, _ => time.GetElapsedTime(began) > Longest ? 1 : 0, null);
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            return command.ExecuteScalar() is "ok";
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            return true;
        }
        finally
        {
            raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
        }
    }
}
