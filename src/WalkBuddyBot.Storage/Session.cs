using System.Data.Common;

namespace WalkBuddyBot.Storage;

/// <summary>
/// One connection with the statements it has prepared: a statement is compiled once and bound many times. Used by one caller at a time.
/// The statements are written once for all databases; where SQL must differ, the session says how.
/// </summary>
internal abstract class Session(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>
    /// Ends a query of rows that are about to be changed, so that nobody else changes them before the commit. Empty where there is one
    /// writer.
    /// </summary>
    public abstract string ForUpdate { get; }

    /// <summary>As <see cref="ForUpdate"/>, but rows that another node has locked are left out instead of being waited for.</summary>
    public abstract string ForUpdateOfFree { get; }

    /// <summary>Runs a statement; the number of rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The rows of a query.</summary>
    public List<T> All<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>The first row of a query, or null.</summary>
    public T? First<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
        where T : class
    {
        using var reader = Bind(sql, values).ExecuteReader();
        return reader.Read() ? row(reader) : null;
    }

    /// <summary>A whole number, or null.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Bind(sql, values).ExecuteScalar() switch
    {
        long number => number,
        int number => number,
        _ => null,
    };

    /// <summary>A text, or null.</summary>
    public string? Text(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Bind(sql, values).ExecuteScalar() as string;

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A parameter of this database, without a value yet.</summary>
    protected abstract DbParameter Parameter(string name);

    /// <summary>A value as this database takes it.</summary>
    protected abstract object Value(object? value);

    private DbCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text that comes here is a constant of this room; values are bound.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in values)
            {
                command.Parameters.Add(Parameter(name));
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = Value(values[i].Value);
        }

        return command;
    }
}
