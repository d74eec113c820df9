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

    /// <summary>
    /// Which of the reminders is to be changed; the answer, a time, a day or a place in the list, joins the kept slots: it is what is
    /// taken out when <see cref="Slots.Off"/> was kept, else what is changed.
    /// </summary>
    public const string ChangeWhich = "change-which";

    /// <summary>Which goal.</summary>
    public const string Goal = "goal";

    /// <summary>Which quiet hours; with <see cref="Slots.About"/> kept as <c>fence</c>, the hours that reminders keep to.</summary>
    public const string Quiet = "quiet";

    /// <summary>What the person thinks, in free words of which only the opinion is read.</summary>
    public const string Feedback = "feedback";
}
