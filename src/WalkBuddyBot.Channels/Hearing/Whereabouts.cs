using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>Where an activity was sent, and what the channel tells of the place: organisation, zone, language.</summary>
internal static class Whereabouts
{
    private const int LongestTenant = 200;
    private const int LongestZone = 64;
    private const int LongestLanguage = 35;
    private const string DefaultLanguage = "en";

    /// <summary>The address of someone there.</summary>
    public static Address? Of(BotActivity activity, ChannelAccount? who) =>
        activity is { ChannelId: { } channel, Conversation: { Id: { } id } conversation } && who?.Id is { } member
            ? Address.Of(channel, Tenant(activity), id, member, ScopeOf(conversation))
            : null;

    public static Scope ScopeOf(ConversationAccount? conversation) => conversation?.ConversationType switch
    {
        "channel" => Scope.Team,
        "groupChat" => Scope.Group,
        _ => conversation?.IsGroup == true ? Scope.Group : Scope.Personal,
    };

    /// <summary>Teams says it in its own data, or with the conversation.</summary>
    public static string? Tenant(BotActivity activity) =>
        activity.ChannelData?.Part("tenant")?.Text("id") is { Length: > 0 and <= LongestTenant } tenant
            ? tenant
            : activity.Conversation?.TenantId;

    /// <summary>The shared place itself, whichever thread of it was spoken in.</summary>
    public static string Place(BotActivity activity)
    {
        var conversation = activity.Conversation?.Id ?? "";
        var thread = conversation.IndexOf(";messageid=", StringComparison.Ordinal);
        return activity.ChannelData?.Part("team")?.Text("id") ?? (thread < 0 ? conversation : conversation[..thread]);
    }

    public static string? Zone(BotActivity activity) =>
        (activity.LocalTimezone ?? Client(activity, "timezone")) is { Length: > 0 and <= LongestZone } zone ? zone : null;

    public static string Language(BotActivity activity) =>
        (activity.Locale ?? Client(activity, "locale")) is { Length: >= 2 and <= LongestLanguage } locale && locale.All(
            letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? locale
            : DefaultLanguage;

    private static string? Client(BotActivity activity, string name) =>
        activity.Entities is { ValueKind: JsonValueKind.Array } entities
            ? entities.EnumerateArray().Where(entity => entity.Text("type") == "clientInfo").Select(entity => entity.Text(name))
                .FirstOrDefault(value => value is not null)
            : null;
}
