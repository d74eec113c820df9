using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WalkBuddyBot.Storage.Sqlite;

/// <summary>Given rows as one JSON text, an array a row: SQLite has no arrays, but reads these quickly.</summary>
internal static class GivenJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The relation that reads the text named <c>@given</c>.</summary>
    public static string Relation(Given given)
    {
        var columns = given.Columns.Select((column, i) => column.Type == GivenType.Id
            ? string.Create(CultureInfo.InvariantCulture, $"unhex(value ->> {i}) AS {column.Name}")
            : string.Create(CultureInfo.InvariantCulture, $"value ->> {i} AS {column.Name}"));

        // Handed over as the bytes they are written as: as text of the runtime they would be copied twice.
        return $"(SELECT {string.Join(", ", columns)} FROM json_each(CAST(@given AS TEXT))) given";
    }

    /// <summary>Writes them behind what <paramref name="buffer"/> holds.</summary>
    public static void Write(Given given, IBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        writer.WriteStartArray();
        foreach (var row in given.Rows)
        {
            writer.WriteStartArray();
            foreach (var value in row)
            {
                Write(writer, value);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case Guid id:
                Span<char> digits = stackalloc char[32];
                id.TryFormat(digits, out _, "N");
                writer.WriteStringValue(digits);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case string text:
                writer.WriteStringValue(StorableText.Of(text));
                break;
            default:
                throw new ArgumentException($"Nothing here writes {value.GetType().Name}.", nameof(value));
        }
    }
}
