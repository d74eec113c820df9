using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using WalkBuddyBot.Storage.Postgres;
using WalkBuddyBot.Storage.Sqlite;

namespace WalkBuddyBot.Storage.Copying;

/// <summary>A table that both databases have, with the same columns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns with their types, as SQLite has them.</param>
/// <param name="Key">The columns that put it in order.</param>
internal sealed record Table(string Name, IReadOnlyList<(string Name, NpgsqlDbType Type)> Columns, string Key)
{
    // What is referred to comes before what refers to it.
    private static readonly string[] Order =
    [
        "person", "address", "schedule", "outgoing", "walk", "inbox", "conversation", "activity", "redrawn", "reference", "signing_key",
        "pace", "setting",
    ];

    private string Selection => $"SELECT {Listed} FROM {Name} ORDER BY {Key}";

    private string Listed => string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>Every table there is; one that is not known here is a defect, not a loss.</summary>
    public static IReadOnlyList<Table> AllOf(SqliteSession source)
    {
        var there = source.All(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_version'",
            row => row.GetString(0));
        return there.Order(StringComparer.Ordinal).SequenceEqual(Order.Order(StringComparer.Ordinal))
            ? [.. Order.Select(name => Of(source, name))]
            : throw new InvalidOperationException("The copy does not know the tables that there are.");
    }

    public void MustBeEmpty(PostgresSession target, string database)
    {
        target.Run($"LOCK TABLE {Name} IN EXCLUSIVE MODE");
        if (target.Number($"SELECT count(*) FROM (SELECT 1 FROM {Name} LIMIT 1) one") > 0)
        {
            throw new StorageStartException($"The PostgreSQL database {database} is not empty; create a new one to copy into.");
        }
    }

    /// <summary>Writes all rows of the source.</summary>
    public Content Write(SqliteSession source, PostgresSession target)
    {
        var content = new ContentSum();
        using (var command = source.Connection.CreateCommand())
        {
#pragma warning disable CA2100 // Names of tables and columns of our own.
            command.CommandText = Selection;
#pragma warning restore CA2100
            using var rows = command.ExecuteReader();
            using var writer = target.Connection.BeginBinaryImport($"COPY {Name} ({Listed}) FROM STDIN (FORMAT BINARY)");
            while (rows.Read())
            {
                var row = Row(rows);
                writer.StartRow();
                Write(row, writer);
                content.Add(row);
            }

            writer.Complete();
        }

        if (Columns.Any(column => column.Name == "seq"))
        {
            target.Number($"SELECT setval(pg_get_serial_sequence('{Name}', 'seq'), (SELECT max(seq) FROM {Name}))");
        }

        return content.End();
    }

    /// <summary>What the target holds.</summary>
    public Content Read(PostgresSession target)
    {
        var content = new ContentSum();
#pragma warning disable CA2100 // Names of tables and columns of our own.
        using var command = new NpgsqlCommand(Selection, target.Connection);
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            content.Add(Row(rows));
        }

        return content.End();
    }

    private static Table Of(SqliteSession source, string name)
    {
        var columns = source.All(
            "SELECT name, type, pk FROM pragma_table_info(@table) ORDER BY cid",
            row => (Name: row.GetString(0), Type: row.GetString(1), Key: row.GetInt64(2)),
            ("@table", name));
        return new(
            name,
            [.. columns.Select(column => (column.Name, TypeOf(column.Type)))],
            string.Join(", ", columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Name)));
    }

    private static NpgsqlDbType TypeOf(string type) => type switch
    {
        "INTEGER" => NpgsqlDbType.Bigint,
        "TEXT" => NpgsqlDbType.Text,
        "BLOB" => NpgsqlDbType.Bytea,
        _ => throw new InvalidOperationException($"The copy does not know the type {type}."),
    };

    private object?[] Row(DbDataReader row)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.IsDBNull(i) ? null : Columns[i].Type switch
            {
                NpgsqlDbType.Bigint => row.GetInt64(i),
                NpgsqlDbType.Text => StorableText.Of(row.GetString(i)),
                _ => row.GetFieldValue<byte[]>(i),
            };
        }

        return values;
    }

    private void Write(object?[] values, NpgsqlBinaryImporter writer)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                writer.Write(value, Columns[i].Type);
            }
            else
            {
                writer.WriteNull();
            }
        }
    }
}
