using System.Collections.Concurrent;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>A statement as PostgreSQL numbers its parameters, with the types the server gives them: a null has none of its own.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<NpgsqlDbType> Types)
{
    private static readonly ConcurrentDictionary<string, Statement> Known = new(StringComparer.Ordinal);

    /// <summary>The server is asked once for each statement of a process.</summary>
    public static Statement Of(NpgsqlConnection connection, string sql, IReadOnlyList<string> names) =>
        Known.TryGetValue(sql, out var known) ? known : Known[sql] = Ask(connection, sql, names);

    private static Statement Ask(NpgsqlConnection connection, string sql, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return new(sql, []);
        }

        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text that comes here is a constant of this room; values are bound.
        command.CommandText = sql;
#pragma warning restore CA2100
        NpgsqlCommandBuilder.DeriveParameters(command);
        var types = command.Parameters.ToDictionary(
            parameter => parameter.ParameterName.TrimStart('@'), parameter => parameter.NpgsqlDbType);
        return new(Numbered(sql, names), [.. names.Select(name => types[name[1..]])]);
    }

    // Numbered once here, the statement is not searched for names at each execution. No text in it has an @ of its own.
    private static string Numbered(string sql, IReadOnlyList<string> names)
    {
        var numbered = new StringBuilder(sql.Length);
        for (var at = 0; at < sql.Length; at++)
        {
            if (sql[at] != '@')
            {
                numbered.Append(sql[at]);
                continue;
            }

            var end = at + 1;
            while (end < sql.Length && (char.IsAsciiLetterOrDigit(sql[end]) || sql[end] == '_'))
            {
                end++;
            }

            var name = sql[at..end];
            var place = Place(names, name);
            numbered.Append('$').Append(place + 1);
            at = end - 1;
        }

        return numbered.ToString();
    }

    private static int Place(IReadOnlyList<string> names, string name)
    {
        for (var place = 0; place < names.Count; place++)
        {
            if (names[place] == name)
            {
                return place;
            }
        }

        throw new InvalidOperationException($"The statement names {name}, which has no value.");
    }
}
