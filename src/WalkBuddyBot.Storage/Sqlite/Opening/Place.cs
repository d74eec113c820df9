using Microsoft.Data.Sqlite;

namespace WalkBuddyBot.Storage.Sqlite.Opening;

/// <summary>Where the database is.</summary>
/// <param name="File">The full path; null for a database in memory, which its one connection keeps alive.</param>
/// <param name="Text">The connection string that opens it.</param>
internal sealed record Place(string? File, string Text)
{
    /// <summary>The text decides the database.</summary>
    /// <exception cref="StorageStartException">It names none that there is.</exception>
    public static Place Of(string text)
    {
        SqliteConnectionStringBuilder given;
        try
        {
            given = new(text);
        }
        catch (ArgumentException error)
        {
            throw new StorageStartException(
                $"ConnectionStrings:WalkBuddy cannot be read ({error.Message}); write Data Source=<file>, or Host=<server> and what belongs "
                + "to it.", error);
        }

        if (given.Mode == SqliteOpenMode.Memory || given.DataSource == ":memory:")
        {
            var memory = new SqliteConnectionStringBuilder { DataSource = ":memory:", Pooling = false, ForeignKeys = true };
            return new(File: null, memory.ToString());
        }

        if (string.IsNullOrWhiteSpace(given.DataSource))
        {
            throw new StorageStartException("ConnectionStrings:WalkBuddy names no database; write Data Source=<file>.");
        }

        if (given.Mode == SqliteOpenMode.ReadOnly)
        {
            throw new StorageStartException("ConnectionStrings:WalkBuddy says Mode=ReadOnly, but the service must write; take it out.");
        }

        return new(Path.GetFullPath(given.DataSource), Connect(Path.GetFullPath(given.DataSource), SqliteOpenMode.ReadWriteCreate));
    }

    /// <summary>The connection string of a reader.</summary>
    public string ReaderText =>
        Connect(File ?? throw new InvalidOperationException("A database in memory has one connection."), SqliteOpenMode.ReadOnly);

    private static string Connect(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, ForeignKeys = true, DefaultTimeout = 5 }
            .ToString();
}
