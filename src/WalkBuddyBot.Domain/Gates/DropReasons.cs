namespace WalkBuddyBot.Domain;

/// <summary>Why a nudge was not sent: kept with its row and counted. Never a reason about somebody's health.</summary>
public static class DropReasons
{
    /// <summary>Later than its grace.</summary>
    public const string Late = "late";

    /// <summary>The reminder was taken away meanwhile.</summary>
    public const string Removed = "removed";

    /// <summary>The walk it asks for was taken already.</summary>
    public const string Walked = "walked";

    /// <summary>The person said "not today".</summary>
    public const string NotToday = "not today";

    /// <summary>The person left that one out; it has no row.</summary>
    public const string LeftOut = "left out";

    /// <summary>Outside the hours the person set.</summary>
    public const string Fence = "fence";

    /// <summary>Within the quiet hours the person set.</summary>
    public const string Quiet = "quiet";

    /// <summary>Another of its kind came within five minutes.</summary>
    public const string Twin = "twin";

    /// <summary>The day has had its most.</summary>
    public const string Ceiling = "ceiling";

    /// <summary>The zone data no longer knows the person's zone.</summary>
    public const string NoZone = "no zone";

    /// <summary>The bank of tips has none to send.</summary>
    public const string NoTip = "no tip";

    /// <summary>No class speaks for this kind.</summary>
    public const string UnknownKind = "unknown kind";

    /// <summary>It could not be judged or composed: a defect of ours, which the log tells more about.</summary>
    public const string Defect = "defect";

    /// <summary>Nobody has opened the web chat's page for many days.</summary>
    public const string Away = "away";

    /// <summary>The conversation is gone, or the person blocked the bot.</summary>
    public const string Gone = "gone";
}
