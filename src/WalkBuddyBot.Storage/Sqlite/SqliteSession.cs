using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace WalkBuddyBot.Storage.Sqlite;

/// <summary>A connection to SQLite.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : Session(connection)
{
    /// <summary>Whether a transaction is open: some errors end it without being asked.</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public SqliteConnection Connection => connection;

    public override string ForUpdate => string.Empty;

    public override string ForUpdateOfFree => string.Empty;

    public override void OneAtATime(string what)
    {
    }

    public override string Relation(Given given) => GivenJson.Relation(given);

    protected override IEnumerable<(string Name, object? Value)> Parameters(Given given) => [("@given", GivenJson.Write(given))];

    protected override DbCommand Prepare(string sql, IReadOnlyList<string> names)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text that comes here is a constant of this room; values are bound.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    protected override object Value(DbParameter parameter, object? value) => value ?? DBNull.Value;
}
