using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>How to answer, and later speak first, to where an activity came from.</summary>
internal static class References
{
    /// <summary>The key under which an address's reference is kept.</summary>
    public static string KeyOf(AddressId address) => address.Value.ToString("N");

    /// <summary>The reference in an activity that was heard: what is needed to speak there again, and nothing else the channel sent.</summary>
    public static ConversationReference Of(BotActivity activity, string sink) => new()
    {
        Sink = sink,
        ChannelId = activity.ChannelId ?? "",
        ServiceUrl = activity.ServiceUrl,
        Conversation = (activity.Conversation ?? new()) with { TenantId = Whereabouts.Tenant(activity), More = null },
        Bot = Bare(activity.Recipient),
        User = Bare(Listener.Speaker(activity)),
        Locale = activity.Locale,
    };

    private static ChannelAccount? Bare(ChannelAccount? account) => account is null ? null : account with { More = null };
}
