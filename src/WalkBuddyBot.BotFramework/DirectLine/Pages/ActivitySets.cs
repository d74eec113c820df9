using System.Buffers;
using System.Globalization;
using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Pages;

/// <summary>Writes <c>{"activities":[...],"watermark":"N"}</c>: so activities reach a page, by stream and by polling.</summary>
internal static class ActivitySets
{
    // Clients are known to take frames of 256 KB; what does not fit follows in the next one.
    private const int MostBytes = 250 * 1024;

    /// <summary>Writes as many as fit, at least one.</summary>
    /// <returns>The set, the watermark after it, and how many of the activities are in it.</returns>
    public static (ReadOnlyMemory<byte> Bytes, long Watermark, int Count) Write(
        IReadOnlyList<StoredActivity> activities, int from, long watermark)
    {
        var count = 0;
        var bytes = Write(writer =>
        {
            for (; from + count < activities.Count; count++)
            {
                var activity = JsonSerializer.SerializeToUtf8Bytes(activities[from + count].Activity, WireJson.Default.BotActivity);
                if (count > 0 && writer.BytesCommitted + writer.BytesPending + activity.Length > MostBytes)
                {
                    break;
                }

                writer.WriteRawValue(activity, skipInputValidation: true);
                watermark = activities[from + count].Changed;
            }
        }, () => watermark);
        return (bytes, watermark, count);
    }

    /// <summary>Writes what is not kept: it has no watermark.</summary>
    public static ReadOnlyMemory<byte> WritePassing(IReadOnlyList<BotActivity> activities) => Write(writer =>
    {
        foreach (var activity in activities)
        {
            JsonSerializer.Serialize(writer, activity, WireJson.Default.BotActivity);
        }
    }, () => null);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> activities, Func<long?> watermark)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray("activities");
        activities(writer);
        writer.WriteEndArray();
        if (watermark() is { } number)
        {
            writer.WriteString("watermark", number.ToString(CultureInfo.InvariantCulture));
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
