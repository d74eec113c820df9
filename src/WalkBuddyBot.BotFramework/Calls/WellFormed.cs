using System.Text.Json;

namespace WalkBuddyBot.BotFramework.Calls;

/// <summary>
/// Whether bytes are JSON of bounded depth in which every string can be read. A lone surrogate or a NUL passes most parsers and fails
/// later, in a turn or in the database, each time it is tried.
/// </summary>
internal static class WellFormed
{
    private const int MostDeep = 32;

    public static bool IsObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDeep });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                    && reader.GetString()!.Contains('\0', StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
