using System.Data.Common;
using System.Globalization;

namespace WalkBuddyBot.Benchmarks.Dispatch.Databases;

/// <summary>Statements of the benchmark itself, the same on both databases.</summary>
internal static class Statements
{
    public static async Task<int> RunAsync(this DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> NumberAsync(this DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = Command(connection, sql, values);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>The columns of a table, without the number that the database gives its rows.</summary>
    public static async Task<List<string>> ColumnsAsync(this DbConnection connection, string table)
    {
        await using var command = Command(connection, $"SELECT * FROM {table} LIMIT 0", []);
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Where(name => name != "seq")];
    }

    private static DbCommand Command(DbConnection connection, string sql, (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text that comes here is a constant of this program; values are bound.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
