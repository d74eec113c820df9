using NodaTime;
using Npgsql;
using WalkBuddyBot.Storage.Opening;

namespace WalkBuddyBot.Storage.Postgres.Opening;

/// <summary>
/// Brings a database to the schema of this program, and refuses one that has another. Each step is one commit, and one node at a time makes
/// it; the nodes that run already go on meanwhile, since a step only adds.
/// </summary>
internal sealed class PostgresSchema(IReadOnlyList<SchemaStep> steps, IClock clock)
{
    private const string Table = """
        CREATE TABLE schema_version (
            number     BIGINT PRIMARY KEY,
            name       TEXT   NOT NULL,
            checksum   TEXT   NOT NULL,
            applied_at BIGINT NOT NULL
        )
        """;

    // Asked at one moment: another node may be making the first tables just now.
    private const string Tables = """
        SELECT count(*), count(*) FILTER (WHERE c.relname = 'schema_version') FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        """;

    private readonly SchemaHistory _history = new(steps);

    /// <summary>The number of the newest step.</summary>
    public int Newest => _history.Newest;

    /// <param name="session">The first connection, with nothing begun.</param>
    /// <param name="name">The database's name in a message.</param>
    /// <param name="mayChange">Whether missing steps are applied.</param>
    /// <exception cref="StorageStartException">It has another schema.</exception>
    public void Bring(PostgresSession session, string name, bool mayChange)
    {
        try
        {
            while (_history.Pending(Applied(session, name)).Count > 0)
            {
                if (!mayChange)
                {
                    throw SchemaHistory.Older(name);
                }

                ApplyNext(session, name);
            }
        }
        catch (NpgsqlException error)
        {
            throw PostgresDoorway.Explain(name, error);
        }
    }

    private IReadOnlyList<int> Applied(Session session, string name)
    {
        var (tables, ours) = session.All(Tables, row => (row.GetInt64(0), row.GetInt64(1)))[0];
        if (ours > 0)
        {
            return _history.Applied(session, name);
        }

        return tables == 0
            ? []
            : throw new StorageStartException(
                $"The PostgreSQL database {name} belongs to another program; create one of WalkBuddyBot's own.");
    }

    // Whoever comes second finds the step done.
    private void ApplyNext(PostgresSession session, string name)
    {
        using var transaction = session.Connection.BeginTransaction();
        session.OneAtATime("schema");
        var applied = Applied(session, name);
        if (_history.Pending(applied) is [var step, ..])
        {
            Execute(session, applied.Count == 0 ? $"{Table};\n{step.Sql}" : step.Sql);
            session.Run(
                SchemaHistory.Note,
                ("@number", step.Number),
                ("@name", step.Name),
                ("@checksum", step.Checksum),
                ("@now", clock.Now()));
        }

        transaction.Commit();
    }

    private static void Execute(PostgresSession session, string script)
    {
#pragma warning disable CA2100 // A file of this program.
        using var command = new NpgsqlCommand(script, session.Connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
