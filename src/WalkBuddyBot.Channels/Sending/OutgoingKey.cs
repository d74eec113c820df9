using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Sending;

/// <summary>Our id of a message as sinks know it.</summary>
internal static class OutgoingKey
{
    public static string Of(OutgoingId id) => id.Value.ToString("N");
}
