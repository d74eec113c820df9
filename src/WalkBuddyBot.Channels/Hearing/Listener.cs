using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>
/// From an activity to what was heard. Who spoke and where is the channel's word and taken from the activity alone; text and value are
/// the client's and bounded here.
/// </summary>
internal static class Listener
{
    private const int LongestZone = 64;
    private const int LongestLanguage = 35;
    private const string DefaultLanguage = "en";

    /// <summary>What was heard; null when there is nothing to answer.</summary>
    public static Heard? Hear(BotActivity activity) => activity.Type switch
    {
        ActivityTypes.Message => Message(activity),
        ActivityTypes.ConversationUpdate => Joined(activity),
        ActivityTypes.Event when activity.Name == ReturnedEvent.Name => Heard(activity, text: null, Press.Returned(activity.Value)),
        _ => null,
    };

    /// <summary>Who spoke: the newcomer of an update, else the sender.</summary>
    public static ChannelAccount? Speaker(BotActivity activity) =>
        activity.Type == ActivityTypes.ConversationUpdate ? Newcomer(activity) : activity.From;

    private static Heard? Message(BotActivity activity)
    {
        var press = Press.In(activity.Value);

        // A message that says nothing (a foreign card, a file) is still one: it is answered, so that nobody waits in vain.
        var text = activity.Text?.Trim() ?? (press.Verb is null ? "" : null);
        return Heard(activity, text, press);
    }

    private static Heard? Joined(BotActivity activity) =>
        Newcomer(activity) is null ? null : Heard(activity, text: null, Press.None with { Verb = Verbs.Joined });

    private static Heard? Heard(BotActivity activity, string? text, Press press) =>
        activity.Key is { } key && From(activity) is { } from
            ? new(key, from, text, press.Verb, press.About, press.Inputs, ZoneHint(activity), Language(activity))
            : null;

    private static Address? From(BotActivity activity) =>
        activity is { ChannelId: { } channel, Conversation: { Id: { } id } conversation } && Speaker(activity)?.Id is { } member
            ? Address.Of(channel, conversation.TenantId, id, member, ScopeOf(conversation))
            : null;

    private static ChannelAccount? Newcomer(BotActivity activity) =>
        activity.MembersAdded?.FirstOrDefault(
            member => member.Id is not null && member.Id != activity.Recipient?.Id && member.Role != "bot");

    private static Scope ScopeOf(ConversationAccount conversation) => conversation.ConversationType switch
    {
        "channel" => Scope.Team,
        "groupChat" => Scope.Group,
        _ => conversation.IsGroup == true ? Scope.Group : Scope.Personal,
    };

    private static string? ZoneHint(BotActivity activity) =>
        activity.LocalTimezone is { Length: > 0 and <= LongestZone } zone ? zone : null;

    private static string Language(BotActivity activity) =>
        activity.Locale is { Length: >= 2 and <= LongestLanguage } locale && locale.All(
            letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? locale
            : DefaultLanguage;
}
