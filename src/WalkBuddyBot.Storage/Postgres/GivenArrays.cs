using System.Globalization;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>Given rows as arrays, one a column, which the server puts beside each other again.</summary>
internal static class GivenArrays
{
    public static string Relation(Given given)
    {
        var arrays = given.Columns.Select((column, i) => $"CAST({Name(i)} AS {TypeOf(column.Type)}[])");
        return $"unnest({string.Join(", ", arrays)}) AS given ({string.Join(", ", given.Columns.Select(column => column.Name))})";
    }

    public static IEnumerable<(string Name, object? Value)> Parameters(Given given) =>
        given.Columns.Select((column, i) => (Name(i), (object?)Values(given, i, column.Type)));

    private static string Name(int column) => string.Create(CultureInfo.InvariantCulture, $"@given_{column}");

    private static string TypeOf(GivenType type) => type switch
    {
        GivenType.Id => "BYTEA",
        GivenType.Text => "TEXT",
        _ => "BIGINT",
    };

    private static Array Values(Given given, int column, GivenType type) => type switch
    {
        GivenType.Id => Column(given, column, value => ((Guid?)value)?.Blob()),
        GivenType.Text => Column(given, column, value => value is string text ? StorableText.Of(text) : null),
        _ => Column(given, column, value => (long?)value),
    };

    private static T[] Column<T>(Given given, int column, Func<object?, T> value)
    {
        var values = new T[given.Rows.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = value(given.Rows[row][column]);
        }

        return values;
    }
}
