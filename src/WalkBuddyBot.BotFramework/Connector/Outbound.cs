using System.Text.Json;
using System.Text.Json.Nodes;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>
/// An activity as a connector wants it: who speaks to whom and where, in which language and format; without what only a channel gives
/// (A2031, A2041, A2302, A2250 of the Activity schema).
/// </summary>
internal static class Outbound
{
    private const string DefaultLocale = "en";

    public static BotActivity Of(BotActivity activity, ConversationReference to) => activity with
    {
        Id = null,
        Timestamp = null,
        LocalTimestamp = null,
        LocalTimezone = null,
        ServiceUrl = null,
        DeliveryMode = null,
        ChannelId = to.ChannelId,
        From = Account(to.Bot),
        Recipient = Account(to.User),
        Conversation = to.Conversation with { More = null },
        Locale = activity.Locale ?? to.Locale ?? DefaultLocale,
        TextFormat = activity.TextFormat ?? (activity.Type == ActivityTypes.Message ? "plain" : null),
        ReplyToId = ConnectorPlace.IsId(activity.ReplyToId) ? activity.ReplyToId : null,
        ChannelData = activity.ChannelData ?? Tenant(to.Conversation.TenantId),
        More = null,
    };

    // The channel knows the roles; a stray one has been refused as bad syntax.
    private static ChannelAccount? Account(ChannelAccount? account) =>
        account is null ? null : new() { Id = account.Id, Name = account.Name, AadObjectId = account.AadObjectId };

    // Sends that left the tenant out have been refused.
    private static JsonElement? Tenant(string? tenant) => tenant is null
        ? null
        : JsonSerializer.SerializeToElement(new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } });
}
