using System.Buffers;
using System.Text;
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
            ? $"unhex(value ->> {i}) AS {column.Name}"
            : $"value ->> {i} AS {column.Name}");
        return $"(SELECT {string.Join(", ", columns)} FROM json_each(@given)) given";
    }

    public static string Write(Given given)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + (128 * given.Rows.Count));
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
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

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case Guid id:
                writer.WriteStringValue(id.ToString("N"));
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
