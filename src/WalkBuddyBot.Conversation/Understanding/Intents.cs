namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>The ids of what a person can want besides a topic.</summary>
public static class Intents
{
    /// <summary>None of what the bot knows.</summary>
    public const string OutOfScope = "oos";

    /// <summary>What can I say.</summary>
    public const string Help = "help";

    /// <summary>A new reminder.</summary>
    public const string SetReminder = "set_reminder";

    /// <summary>My reminders.</summary>
    public const string ShowSchedule = "show_schedule";

    /// <summary>Stop everything, at once.</summary>
    public const string Stop = "stop";

    /// <summary>Hold for a while.</summary>
    public const string Pause = "pause";

    /// <summary>On again.</summary>
    public const string Resume = "resume";

    /// <summary>Again in a while.</summary>
    public const string Snooze = "snooze";

    /// <summary>Not today.</summary>
    public const string Skip = "skip";

    /// <summary>I walked.</summary>
    public const string LogWalk = "log_walk";

    /// <summary>Take it back.</summary>
    public const string Undo = "undo";

    /// <summary>My time zone.</summary>
    public const string TimeZone = "timezone";

    /// <summary>On or paused, why, and what comes next.</summary>
    public const string Status = "status";

    /// <summary>A tip, now.</summary>
    public const string Tip = "tip";

    /// <summary>Hello.</summary>
    public const string Greeting = "greeting";

    /// <summary>Thank you.</summary>
    public const string Thanks = "thanks";

    /// <summary>Goodbye.</summary>
    public const string Goodbye = "goodbye";

    /// <summary>More of what was spoken of last.</summary>
    public const string More = "more";

    /// <summary>Why, after a tip or an answer.</summary>
    public const string Why = "why";

    /// <summary>Yes, to a question that was asked.</summary>
    public const string Yes = "yes";

    /// <summary>No, to a question that was asked.</summary>
    public const string No = "no";

    /// <summary>A reminder for something other than a walk. Printed as out of scope.</summary>
    public const string NotAWalk = "not_a_walk";

    /// <summary>Another time for a reminder, or one reminder of several taken away.</summary>
    public const string ChangeTime = "change_time";

    /// <summary>How often, or how long, in a week.</summary>
    public const string Goal = "goal";

    /// <summary>What has been walked.</summary>
    public const string Progress = "progress";

    /// <summary>Hours without reminders.</summary>
    public const string QuietHours = "quiet_hours";

    /// <summary>Forget me.</summary>
    public const string DeleteData = "delete_data";

    /// <summary>What is kept of me.</summary>
    public const string ExportData = "export_data";

    /// <summary>What I think of you.</summary>
    public const string Feedback = "feedback";

    /// <summary>A reminder this minute.</summary>
    public const string NudgeMe = "nudge_me";

    /// <summary>The bot was added to a chat. Never typed.</summary>
    public const string Installed = "installed";

    /// <summary>The bot was removed from a chat. Never typed.</summary>
    public const string Uninstalled = "uninstalled";

    /// <summary>The channel ended the talk. Never typed.</summary>
    public const string Ended = "ended";

    /// <summary>After a safety reply: I am safe, or it was not about me.</summary>
    public const string Safe = "safe";
}
