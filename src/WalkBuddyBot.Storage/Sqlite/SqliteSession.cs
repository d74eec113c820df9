using System.Buffers;
using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace WalkBuddyBot.Storage.Sqlite;

/// <summary>A connection to SQLite.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : Session(connection)
{
    private readonly ArrayBufferWriter<byte> _given = new();

    /// <summary>Whether a transaction is open: some errors end it without being asked.</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public SqliteConnection Connection => connection;

    public override string ForUpdate => string.Empty;

    public override string ForUpdateOfFree => string.Empty;

    public override void OneAtATime(string what)
    {
    }

    public override string Relation(Given given) => GivenJson.Relation(given);

    protected override IEnumerable<(string Name, object? Value)> Parameters(Given given)
    {
        _given.ResetWrittenCount();
        GivenJson.Write(given, _given);
        return [("@given", _given)];
    }

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

    // What was given stays in the session's own bytes; the statement copies as many of them as are said to be its.
    protected override object Value(DbParameter parameter, object? value)
    {
        if (value is not ArrayBufferWriter<byte> given || !MemoryMarshal.TryGetArray(given.WrittenMemory, out var bytes))
        {
            return value ?? DBNull.Value;
        }

        parameter.Size = bytes.Count;
        return bytes.Array!;
    }
}
