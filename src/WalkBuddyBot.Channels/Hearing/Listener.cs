using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;
using WalkBuddyBot.BotFramework.DirectLine;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>
/// From an activity to what was heard. Who spoke and where is the channel's word and taken from the activity alone; text and value are
/// the client's and bounded here.
/// </summary>
internal static class Listener
{
    private const int LongestText = 4000;
    private const int LongestName = 64;

    /// <summary>What was heard; null when there is nothing to answer.</summary>
    public static Heard? Hear(BotActivity activity, string sink)
    {
        var viaConnector = sink == ConnectorSinkName.Value;
        return activity.Type switch
        {
            ActivityTypes.Message => Message(activity, viaConnector),
            ActivityTypes.Invoke when viaConnector => Heard(activity, text: null, Invokes.PressIn(activity), viaConnector),
            ActivityTypes.ConversationUpdate when !viaConnector => Joined(activity),
            ActivityTypes.Event when !viaConnector && activity.Name == ReturnedEvent.Name =>
                Heard(activity, text: null, Press.Returned(activity.Value), viaConnector),
            ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate or ActivityTypes.Event when viaConnector =>
                Arrived(activity),
            ActivityTypes.EndOfConversation when viaConnector => Heard(activity, text: null, Press.None with { Verb = Verbs.Ended }, viaConnector: false),
            _ => null,
        };
    }

    /// <summary>Who spoke: whoever came or left, else the sender. Null for the bot's own voice.</summary>
    public static ChannelAccount? Speaker(BotActivity activity) => activity.Type switch
    {
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => Arrivals.Who(activity),
        _ => activity.From is { } from && !Arrivals.IsBot(activity, from) ? from : null,
    };

    private static Heard? Message(BotActivity activity, bool viaConnector)
    {
        var press = Press.In(activity.Value);

        // A message that says nothing (a foreign card, a file) is still one: it is answered, so that nobody waits in vain.
        var text = Words(activity, viaConnector) ?? (press.Verb is null ? "" : null);
        return Heard(activity, text, press, viaConnector);
    }

    private static string? Words(BotActivity activity, bool viaConnector) => activity.Text is { } text
        ? Bounded(viaConnector ? Mentions.Strip(Bounded(text, 2 * LongestText), activity) : text.Trim(), LongestText)
        : null;

    private static string Bounded(string text, int most) => text.Length <= most
        ? text
        : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    // Our own web chat: everyone who opens the page is greeted, and nobody is known by that.
    private static Heard? Joined(BotActivity activity) => Arrivals.Person(activity, activity.MembersAdded) is null
        ? null
        : Heard(activity, text: null, Press.None with { Verb = Verbs.Joined }, viaConnector: false);

    private static Heard? Arrived(BotActivity activity)
    {
        if (Arrivals.VerbOf(activity) is not { } verb
            || Heard(activity, text: null, Press.None with { Verb = verb }, viaConnector: false) is not { } heard)
        {
            return null;
        }

        // Leaving a shared place leaves nobody behind: nothing is kept of anyone there.
        return heard.From.Scope == Scope.Personal ? heard : verb == Verbs.Installed ? Introduction(activity, heard) : null;
    }

    // One key for a shared place, so that the events that tell of one install are one message, answered once.
    private static Heard Introduction(BotActivity activity, Heard heard) => heard with
    {
        Key = $"introduced|{heard.From.Channel}|{heard.From.Tenant}|{Whereabouts.Place(activity)}",
        Inputs = activity.From?.Name is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl)
            ? heard.Inputs.SetItem(Verbs.InstalledBy, name)
            : heard.Inputs,
    };

    private static Heard? Heard(BotActivity activity, string? text, Press press, bool viaConnector) =>
        activity.Key is { } key && Whereabouts.Of(activity, Speaker(activity)) is { } from
            ? new(key, from, text, press.Verb, press.About, press.Inputs, Whereabouts.Zone(activity), Whereabouts.Language(activity))
            {
                // An event is no message, and an id of ours means nothing to the channel: neither can be replied to by id.
                ActivityId = viaConnector && !OwnId.Is(activity.Id) ? activity.Id : null,
                CardActivityId = viaConnector && press.Verb is not null ? activity.ReplyToId : null,
            }
            : null;
}
