using NodaTime;
using WalkBuddyBot.Storage.Opening;

namespace WalkBuddyBot.Storage.Sqlite.Opening;

/// <summary>Brings a database to the schema of this program, and refuses one that has another.</summary>
internal sealed class Schema(IReadOnlyList<SchemaStep> steps, IClock clock)
{
    private const string Table = """
        CREATE TABLE schema_version (
            number     INTEGER PRIMARY KEY,
            name       TEXT    NOT NULL,
            checksum   TEXT    NOT NULL,
            applied_at INTEGER NOT NULL
        ) STRICT
        """;

    private readonly SchemaHistory _history = new(steps);

    /// <summary>The number of the newest step.</summary>
    public int Newest => _history.Newest;

    /// <param name="session">The writer's connection, with nothing begun.</param>
    /// <param name="name">The database's name in a message.</param>
    /// <param name="file">The file to copy before a change; null in memory.</param>
    /// <param name="mayChange">Whether missing steps are applied.</param>
    /// <exception cref="StorageStartException">It has another schema.</exception>
    public void Bring(SqliteSession session, string name, string? file, bool mayChange)
    {
        var applied = Applied(session, name);
        var pending = _history.Pending(applied);
        if (pending.Count == 0)
        {
            return;
        }

        if (!mayChange)
        {
            throw SchemaHistory.Older(name);
        }

        if (applied.Count > 0 && file is not null)
        {
            Copy(session, file, applied[^1]);
        }

        Apply(session, name, pending);
    }

    private IReadOnlyList<int> Applied(Session session, string name)
    {
        if (session.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'") > 0)
        {
            return _history.Applied(session, name);
        }

        return session.Number("SELECT count(*) FROM sqlite_schema") == 0
            ? []
            : throw new StorageStartException($"The database {name} belongs to another program; name a file of WalkBuddyBot's own.");
    }

    // SQLite takes an empty file for the copy; made first, it is as private as the database. A copy has its name only once it is whole: a
    // process that was killed while it copied must not leave half a one for whoever needs it.
    private static void Copy(Session session, string file, int number)
    {
        var copy = $"{file}.before-{number + 1:D3}";
        var half = copy + ".half";
        PrivateFile.Create(half);
        session.Run("VACUUM INTO @copy", ("@copy", half));
        PrivateFile.Flush(half);
        File.Move(half, copy, overwrite: true);
    }

    private void Apply(SqliteSession session, string name, List<SchemaStep> pending)
    {
        session.Run("BEGIN IMMEDIATE");
        try
        {
            if (Applied(session, name).Count == 0)
            {
                session.Run(Table);
            }

            foreach (var step in pending)
            {
                session.Run(step.Sql);
                session.Run(
                    SchemaHistory.Note,
                    ("@number", step.Number),
                    ("@name", step.Name),
                    ("@checksum", step.Checksum),
                    ("@now", clock.Now()));
            }

            session.Run("COMMIT");
        }
        catch
        {
            if (session.InTransaction)
            {
                session.Run("ROLLBACK");
            }

            throw;
        }
    }
}
