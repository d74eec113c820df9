using NodaTime;

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

    /// <summary>The number of the newest step.</summary>
    public int Newest => steps[^1].Number;

    /// <param name="session">The writer's connection, with nothing begun.</param>
    /// <param name="name">The database's name in a message.</param>
    /// <param name="file">The file to copy before a change; null in memory.</param>
    /// <param name="mayChange">Whether missing steps are applied.</param>
    /// <exception cref="StorageStartException">It has another schema.</exception>
    public void Bring(SqliteSession session, string name, string? file, bool mayChange)
    {
        var applied = Applied(session, name);
        var pending = steps.Where(step => applied.All(done => done.Number != step.Number)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        if (!mayChange)
        {
            throw new StorageStartException(
                $"The database {name} is from an older version; start the service once to bring it up to date.");
        }

        if (applied.Count > 0 && file is not null)
        {
            Copy(session, file, applied[^1].Number);
        }

        Apply(session, name, pending);
    }

    /// <summary>The number of the newest step a database has; 0 for none.</summary>
    public static int Of(Session session) => (int)(session.Number("SELECT max(number) FROM schema_version") ?? 0);

    private List<SchemaRow> Applied(Session session, string name)
    {
        if (session.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'") == 0)
        {
            return session.Number("SELECT count(*) FROM sqlite_schema") == 0
                ? []
                : throw new StorageStartException($"The database {name} belongs to another program; name a file of WalkBuddyBot's own.");
        }

        var applied = session.All(
            "SELECT number, checksum FROM schema_version ORDER BY number", row => new SchemaRow(row.GetInt32(0), row.GetString(1)));
        if (applied.Exists(done => done.Number > Newest))
        {
            throw new StorageStartException(
                $"The database {name} was made by a newer version of WalkBuddyBot; start that version, or bring back a copy "
                + "from before it.");
        }

        foreach (var done in applied)
        {
            if (steps.FirstOrDefault(step => step.Number == done.Number)?.Checksum != done.Checksum)
            {
                throw new StorageStartException(
                    $"The database {name} was made with other words for schema step {done.Number} than this program has; use the "
                    + "released program, or bring back a copy.");
            }
        }

        return applied;
    }

    // SQLite takes an empty file for the copy; made first, it is as private as the database.
    private static void Copy(Session session, string file, int number)
    {
        var copy = $"{file}.before-{number + 1:D3}";
        PrivateFile.Create(copy);
        session.Run("VACUUM INTO @copy", ("@copy", copy));
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
                    "INSERT INTO schema_version (number, name, checksum, applied_at) VALUES (@number, @name, @checksum, @now)",
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

    private sealed record SchemaRow(int Number, string Checksum);
}
