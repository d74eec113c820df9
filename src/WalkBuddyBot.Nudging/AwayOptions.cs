namespace WalkBuddyBot.Nudging;

/// <summary>What of the web chat's settings the clock obeys. Section <c>DirectLine</c>; checked at start.</summary>
public sealed class AwayOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "DirectLine";

    /// <summary>
    /// After how many days without a visit the reminders of a web-chat visitor rest until they come back. The default is 14; 1 to 365.
    /// </summary>
    public int UnseenDays { get; set; } = 14;
}
