using System.Data;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>A connection to PostgreSQL, kept for as long as it is sound.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : Session(connection)
{
    public override string ForUpdate => "FOR UPDATE";

    public override string ForUpdateOfFree => "FOR UPDATE SKIP LOCKED";

    public NpgsqlConnection Connection => connection;

    /// <summary>Whether the server still listens, as far as is known on this side.</summary>
    public bool IsSound => connection.FullState == ConnectionState.Open;

    // Two texts with one hash wait for each other, which does no harm.
    public override void OneAtATime(string what) => Run("SELECT pg_advisory_xact_lock(hashtext(@what))", ("@what", what));

    public override string Relation(Given given) => GivenArrays.Relation(given);

    protected override IEnumerable<(string Name, object? Value)> Parameters(Given given) => GivenArrays.Parameters(given);

    protected override DbCommand Prepare(string sql, IReadOnlyList<string> names)
    {
        var statement = Statement.Of(connection, sql, names);
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text that comes here is a constant of this room; values are bound.
        command.CommandText = statement.Sql;
#pragma warning restore CA2100
        foreach (var type in statement.Types)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        }

        command.Prepare();
        return command;
    }

    // Flags are columns of 0 and 1, as on SQLite; in a condition of its own a flag is one here too.
    protected override object Value(DbParameter parameter, object? value) => (value, ((NpgsqlParameter)parameter).NpgsqlDbType) switch
    {
        (null, _) => DBNull.Value,
        (bool flag, not NpgsqlDbType.Boolean) => flag ? 1L : 0L,
        (long number, NpgsqlDbType.Integer) => checked((int)number),
        (int number, NpgsqlDbType.Bigint) => (long)number,
        _ => value,
    };
}
