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

    /// <summary>
    /// Waits for whoever else does this same thing just now, until their commit and then its own. Nothing where there is one writer.
    /// </summary>
    public abstract void OneAtATime(string what);

    /// <summary>
    /// The rows that a statement was given, as a relation of it called <c>given</c>; they are passed by <see cref="Pass"/>.
    /// </summary>
    public abstract string Relation(Given given);

    /// <summary>Passes rows to a statement; at most once a statement.</summary>
    public static (string Name, object? Value) Pass(Given given) => ("@given", given);

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
        decimal number => (long)number,
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

    /// <summary>A statement with its parameters, in the order of their names and without values yet.</summary>
    protected abstract DbCommand Prepare(string sql, IReadOnlyList<string> names);

    /// <summary>A value as this database takes it.</summary>
    protected abstract object Value(DbParameter parameter, object? value);

    /// <summary>Given rows as the parameters of this database that <see cref="Relation"/> speaks of.</summary>
    protected abstract IEnumerable<(string Name, object? Value)> Parameters(Given given);

    private DbCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (_, value) in values)
        {
            if (value is Given)
            {
                return BindPlain(sql, Spread(values));
            }
        }

        return BindPlain(sql, values);
    }

    private (string Name, object? Value)[] Spread(ReadOnlySpan<(string Name, object? Value)> values)
    {
        var plain = new List<(string Name, object? Value)>();
        foreach (var one in values)
        {
            plain.AddRange(one.Value is Given given ? Parameters(given) : [one]);
        }

        return [.. plain];
    }

    private DbCommand BindPlain(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            var names = new string[values.Length];
            for (var i = 0; i < values.Length; i++)
            {
                names[i] = values[i].Name;
            }

            command = Prepare(sql, names);
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.Parameters[i];
            parameter.Value = Value(parameter, values[i].Value is string text ? StorableText.Of(text) : values[i].Value);
        }

        return command;
    }
}
