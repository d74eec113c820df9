using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>
/// Activities as text and back. What is known only under the writer's turn (id and timestamp) stands in columns beside the text, so that
/// the text is made before.
/// </summary>
internal static class Payload
{
    private static readonly InstantPattern Millis = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    public static string Write(BotActivity activity) => JsonSerializer.Serialize(activity, WireJson.Default.BotActivity);

    public static string Write(ConversationReference reference) =>
        JsonSerializer.Serialize(reference, WireJson.Default.ConversationReference);

    /// <exception cref="UnreadableRowException">It is not what was written here.</exception>
    public static BotActivity Activity(string text) => Read(() => JsonSerializer.Deserialize(text, WireJson.Default.BotActivity));

    /// <exception cref="UnreadableRowException">It is not what was written here.</exception>
    public static ConversationReference Reference(string text) =>
        Read(() => JsonSerializer.Deserialize(text, WireJson.Default.ConversationReference));

    /// <summary>An activity with what the transcript gave it.</summary>
    public static BotActivity Placed(BotActivity activity, string id, Instant at) =>
        activity with { Id = id, Timestamp = Millis.Format(at) };

    private static T Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new UnreadableRowException($"A {typeof(T).Name} is null.");
        }
        catch (JsonException)
        {
            throw new UnreadableRowException($"A {typeof(T).Name} cannot be read.");
        }
    }
}
