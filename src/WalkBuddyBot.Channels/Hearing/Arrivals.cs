using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>
/// Who came and who left, as channels tell it: in conversation updates, installation updates and Web Chat's join event, any of them, in any
/// order. All of them mean the same two things.
/// </summary>
internal static class Arrivals
{
    private const string Join = "webchat/join";

    /// <summary>What happened: <see cref="Verbs.Installed"/>, <see cref="Verbs.Uninstalled"/>, or nothing that is ours to mind.</summary>
    public static string? VerbOf(BotActivity activity) => activity.Type switch
    {
        ActivityTypes.ConversationUpdate => OfMembers(activity),
        ActivityTypes.InstallationUpdate => activity.Action switch
        {
            "add" => Verbs.Installed,
            "remove" => Verbs.Uninstalled,
            _ => null,
        },
        ActivityTypes.Event => activity.Name == Join ? Verbs.Installed : null,
        _ => null,
    };

    /// <summary>Whether the app was only brought up to date: where its owner is reached may have changed, and nothing is said.</summary>
    public static bool IsUpgrade(BotActivity activity) =>
        activity is { Type: ActivityTypes.InstallationUpdate, Action: "add-upgrade" };

    /// <summary>Who it is about: the newcomer, or whoever left; where only the bot came or went, the one who did that.</summary>
    public static ChannelAccount? Who(BotActivity activity)
    {
        if (activity.Type == ActivityTypes.ConversationUpdate && Whereabouts.ScopeOf(activity.Conversation) == Scope.Personal
            && (Person(activity, activity.MembersAdded) ?? Person(activity, activity.MembersRemoved)) is { } member)
        {
            return member;
        }

        // Some channels let the conversation itself add the bot: that is nobody.
        return activity.From is { Id: { } id } from && id != activity.Conversation?.Id && !IsBot(activity, from) ? from : null;
    }

    public static ChannelAccount? Person(BotActivity activity, IReadOnlyList<ChannelAccount>? members) =>
        members?.FirstOrDefault(member => member.Id is not null && !IsBot(activity, member));

    public static bool IsBot(BotActivity activity, ChannelAccount account) =>
        account.Role == "bot" || (account.Id is not null && account.Id == activity.Recipient?.Id);

    // In a shared place people come and go without us; only the bot's own coming matters.
    private static string? OfMembers(BotActivity activity)
    {
        var personal = Whereabouts.ScopeOf(activity.Conversation) == Scope.Personal;
        if (Includes(activity, activity.MembersRemoved, personal))
        {
            return Verbs.Uninstalled;
        }

        return Includes(activity, activity.MembersAdded, personal) ? Verbs.Installed : null;
    }

    private static bool Includes(BotActivity activity, IReadOnlyList<ChannelAccount>? members, bool personal) =>
        members?.Any(member => member.Id is not null && (personal || IsBot(activity, member))) == true;
}
