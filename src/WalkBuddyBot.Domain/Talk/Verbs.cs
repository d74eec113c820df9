namespace WalkBuddyBot.Domain;

/// <summary>What a button says when it is pressed. The words a person would type do the same.</summary>
public static class Verbs
{
    /// <summary>Someone came into the conversation: greet. Sent by the channel, never by a client.</summary>
    public const string Joined = "joined";

    /// <summary>The bot was added to a conversation, or added again: welcome, once. Sent by the channel, never by a client.</summary>
    public const string Installed = "installed";

    /// <summary>
    /// The input of <see cref="Installed"/> in a shared place: the name of whoever added the bot, where the channel tells it.
    /// </summary>
    public const string InstalledBy = "by";

    /// <summary>The bot was taken away there: everything stops. Sent by the channel, never by a client.</summary>
    public const string Uninstalled = "uninstalled";

    /// <summary>The channel holds the talk for ended: what it was about is forgotten. Sent by the channel, never by a client.</summary>
    public const string Ended = "ended";

    /// <summary>The page was opened again after a while. Sent by the channel, never by a client.</summary>
    public const string Returned = "returned";

    /// <summary>Ask about the topic named by the input <c>topic</c>.</summary>
    public const string Ask = "ask";

    /// <summary>More of the topic named by the input <c>topic</c>.</summary>
    public const string More = "more";

    /// <summary>Why the tip named by the input <c>tip</c>.</summary>
    public const string Why = "why";

    /// <summary>I walked.</summary>
    public const string Walked = "walked";

    /// <summary>In 30 minutes, or as the input <c>minutes</c> says.</summary>
    public const string Snooze = "snooze";

    /// <summary>Not today.</summary>
    public const string NotToday = "not-today";

    /// <summary>Take the last change back.</summary>
    public const string Undo = "undo";

    /// <summary>Stop everything.</summary>
    public const string Stop = "stop";

    /// <summary>Start again after a pause or a stop.</summary>
    public const string Resume = "resume";

    /// <summary>Show my reminders.</summary>
    public const string Show = "show";

    /// <summary>What can I say.</summary>
    public const string Help = "help";

    /// <summary>Set a reminder; the input <c>say</c>, if there is one, is taken as if it had been typed.</summary>
    public const string Remind = "remind";

    /// <summary>The answer to a question that was asked; the input <c>answer</c> is taken as if it had been typed.</summary>
    public const string Answer = "answer";

    /// <summary>Change the time zone.</summary>
    public const string ChangeZone = "change-zone";

    /// <summary>After a safety reply: I am safe, or it was not about me.</summary>
    public const string Safe = "safe";
}
