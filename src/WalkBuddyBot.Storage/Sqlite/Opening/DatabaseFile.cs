using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WalkBuddyBot.Storage.Sqlite.Opening;

/// <summary>The file before SQLite touches it: there, ours to write, and a database.</summary>
internal static class DatabaseFile
{
    private static ReadOnlySpan<byte> Head => "SQLite format 3\0"u8;

    /// <summary>A command asks about what the service made; it makes nothing itself.</summary>
    public static void MustBeThere(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new StorageStartException(
                $"There is no database {path} yet; start the service once, or name its file in ConnectionStrings:WalkBuddy.");
        }
    }

    /// <summary>Creates the folder and, where there is none, an empty file. SQLite gives its side files the mode of this one.</summary>
    public static void Prepare(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StorageStartException(
                $"The database {path} is a folder; name a file in it, such as {Path.Combine(path, "walkbuddy.db")}.");
        }

        try
        {
            PrivateFile.CreateFolder(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
            {
                PrivateFile.Create(path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageStartException(
                $"The database {path} cannot be created ({error.Message}); give the service's user write access to its folder, "
                + "or name another file.", error);
        }
    }

    /// <summary>Refuses what SQLite would only trip over later.</summary>
    public static void Check(string path)
    {
        Span<byte> head = stackalloc byte[Head.Length];
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (file.Length > 0
                && (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual(Head)))
            {
                throw new StorageStartException(
                    $"The file {path} is not a SQLite database; move it away to start with a new one, or name the right file.");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ReadOnly(path, error);
        }
    }

    /// <summary>What a first touch by SQLite means to the person who starts the service.</summary>
    public static StorageStartException Explain(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => ReadOnly(path, error),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path, error),
        raw.SQLITE_FULL => new($"The disk that holds the database {path} is full; make room and start again.", error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            new($"The database {path} is locked by another program; end that one and start again.", error),
        _ => new($"The database {path} cannot be opened ({error.Message}); name another file or bring back a copy.", error),
    };

    public static StorageStartException Damaged(string path, Exception? error = null) => new(
        $"The database {path} is damaged; bring back a copy of it, or move it away to start with a new one.", error!);

    private static StorageStartException ReadOnly(string path, Exception error) => new(
        $"The database {path} is read-only; give the service's user write access to the file and its folder.", error);
}
