using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>Where a conversation is reached: its connector's address with exactly one slash at its end, and ids escaped whole.</summary>
internal sealed record ConnectorPlace
{
    private readonly string _activities;

    private ConnectorPlace(string serviceUrl, string conversation) =>
        _activities = $"{serviceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";

    /// <summary>Where a new message goes.</summary>
    public Uri Activities => new(_activities);

    /// <summary>Where a reply to a message goes, and its new drawing.</summary>
    public Uri Activity(string id) => new($"{_activities}/{Uri.EscapeDataString(id)}");

    /// <summary>The place of a reference; null where it names none that may be called.</summary>
    public static ConnectorPlace? Of(ConversationReference to, IConnectorHosts hosts) =>
        to is { ServiceUrl: { } url, Conversation.Id: { } conversation } && IsId(conversation) && hosts.MayCall(url)
            ? new ConnectorPlace(url, conversation)
            : null;

    /// <summary>Whether an id can stand in a path. A dot or two would be taken for steps up and down and lead elsewhere.</summary>
    public static bool IsId(string? id) => !string.IsNullOrEmpty(id) && id.AsSpan().TrimStart('.').Length > 0;
}
