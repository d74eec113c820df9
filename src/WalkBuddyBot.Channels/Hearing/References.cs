using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>How to answer, and later speak first, to where an activity came from.</summary>
internal static class References
{
    /// <summary>The key under which an address's reference is kept.</summary>
    public static string KeyOf(AddressId address) => address.Value.ToString("N");

    /// <summary>The reference in an activity that was heard.</summary>
    public static ConversationReference Of(BotActivity activity, string sink) => new()
    {
        Sink = sink,
        ChannelId = activity.ChannelId ?? "",
        ServiceUrl = activity.ServiceUrl,
        Conversation = activity.Conversation ?? new ConversationAccount(),
        Bot = activity.Recipient,
        User = Listener.Speaker(activity),
        Locale = activity.Locale,
    };
}
