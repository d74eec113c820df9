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

    protected override DbParameter Parameter(string name) => new SqliteParameter { ParameterName = name };

    protected override object Value(object? value) => value ?? DBNull.Value;
}
