using Microsoft.Data.Sqlite;
using SQLitePCL;
using WalkBuddyBot.BotFramework;

namespace WalkBuddyBot.Storage.Sqlite;

/// <summary>What SQLite's errors mean to those who only want to remember something.</summary>
internal static class SqliteErrors
{
    /// <summary>Whether the world is at fault (a full disk, a lock, a broken file) and not our statement.</summary>
    public static bool IsOutage(this SqliteException error) =>
        error.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM
        or raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_PROTOCOL
        or raw.SQLITE_NOTADB;

    public static StoreUnavailableException Outage(SqliteException error) => new(
        error.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => "The disk is full.",
            raw.SQLITE_READONLY => "The database cannot be written.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "The database is locked by another program.",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "The database file is damaged.",
            _ => "The database does not answer.",
        },
        error);
}
