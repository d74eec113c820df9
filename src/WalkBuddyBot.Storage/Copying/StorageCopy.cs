using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using WalkBuddyBot.Storage.Opening;
using WalkBuddyBot.Storage.Postgres;
using WalkBuddyBot.Storage.Postgres.Opening;
using WalkBuddyBot.Storage.Sqlite;
using WalkBuddyBot.Storage.Sqlite.Opening;

namespace WalkBuddyBot.Storage.Copying;

/// <summary>
/// Carries everything from a SQLite file to an empty PostgreSQL database, in one commit: whatever breaks it off, the target is as empty as
/// before. The source is only read, while no service has it.
/// </summary>
public static class StorageCopy
{
    /// <summary>Copies, reads back, and commits when both hold the same.</summary>
    /// <param name="from">The connection string of the SQLite file.</param>
    /// <param name="to">The connection string of the PostgreSQL database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it between two tables; nothing is copied then.</param>
    /// <returns>How much each table holds.</returns>
    /// <exception cref="StorageStartException">It cannot be done; the message says why and what to do.</exception>
    public static IReadOnlyList<CopiedTable> Run(string from, string to, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!PostgresPlace.IsMeant(to))
        {
            throw new StorageStartException(
                "--to names no PostgreSQL database; write --to \"Host=<server>;Database=<name>;Username=<user>\".");
        }

        if (PostgresPlace.IsMeant(from) || Place.Of(from) is not { File: { } file } place)
        {
            throw new StorageStartException(
                "ConnectionStrings:WalkBuddy names no SQLite file to copy from; give it with "
                + "--ConnectionStrings:WalkBuddy=\"Data Source=<file>\" before the command's name.");
        }

        DatabaseFile.MustBeThere(file);
        using var held = ServiceLock.Take(file);
        using var source = Source(place, time);
        return Copy(source, file, PostgresPlace.Of(to), time.ToClock(), cancellationToken);
    }

    private static SqliteSession Source(Place place, TimeProvider time) =>
        new Doorway(new Schema(SchemaStep.Sqlite, time.ToClock()), time).Open(place, mayChange: false);

    private static List<CopiedTable> Copy(
        SqliteSession source, string file, PostgresPlace place, IClock clock, CancellationToken cancellationToken)
    {
        // However long a large table takes.
        var unhurried = new NpgsqlConnectionStringBuilder(place.Text) { CommandTimeout = 0 }.ConnectionString;
        using var server = PostgresDoorway.To(place with { Text = unhurried });
        try
        {
            using var target = PostgresDoorway.OpenFirst(server, place.Name);
            new PostgresSchema(SchemaStep.Postgres, clock).Bring(target, place.Name, mayChange: true);
            return Copy(source, target, place.Name, cancellationToken);
        }
        catch (NpgsqlException error)
        {
            throw PostgresDoorway.Explain(place.Name, error);
        }
        catch (SqliteException error)
        {
            throw DatabaseFile.Explain(file, error);
        }
    }

    private static List<CopiedTable> Copy(SqliteSession source, PostgresSession target, string name, CancellationToken cancellationToken)
    {
        using var transaction = target.Connection.BeginTransaction();
        source.Run("BEGIN");
        var tables = Table.AllOf(source);
        foreach (var table in tables)
        {
            table.MustBeEmpty(target, name);
        }

        var copied = new List<CopiedTable>(tables.Count);
        foreach (var table in tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var written = table.Write(source, target);
            if (table.Read(target) != written)
            {
                throw new StorageStartException(
                    $"What the PostgreSQL database {name} holds of the table {table.Name} is not what was written; nothing was copied.");
            }

            copied.Add(new(table.Name, written.Rows));
        }

        source.Run("COMMIT");
        transaction.Commit();
        return copied;
    }
}
