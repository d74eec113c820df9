namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>The values of <see cref="Domain.DialogState.Question"/> whose answers are understood.</summary>
public static class Questions
{
    /// <summary>In the morning or in the evening; the answer completes the kept slots.</summary>
    public const string HalfOfDay = "am-or-pm";

    /// <summary>At what time; the answer completes the kept slots.</summary>
    public const string Times = "times";

    /// <summary>In which zone; the answer completes the kept slots, if there are any.</summary>
    public const string Zone = "zone";

    /// <summary>On which days; the answer completes the kept slots.</summary>
    public const string Days = "which-days";

    /// <summary>How long to hold the reminders.</summary>
    public const string PauseUntil = "pause-until";

    /// <summary>How long a walk was; the answer completes the kept slots.</summary>
    public const string Minutes = "minutes";

    /// <summary>Yes or no.</summary>
    public const string YesNo = "yes-no";
}
