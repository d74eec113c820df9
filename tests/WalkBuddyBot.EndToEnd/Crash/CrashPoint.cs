namespace WalkBuddyBot.EndToEnd.Crash;

/// <summary>The steps of a turn and of a nudge after which the process dies.</summary>
internal static class CrashPoint
{
    /// <summary>Nowhere: it lives on, with its clock ahead.</summary>
    public const string Never = "never";

    public const string AfterInbox = "after-inbox";
    public const string AfterTurnCommit = "after-turn-commit";
    public const string AfterReplyAppend = "after-reply-append";
    public const string AfterPlan = "after-plan";
    public const string AfterLease = "after-lease";
    public const string AfterMark = "after-mark";
    public const string AfterNudgeAppend = "after-nudge-append";

    public static IReadOnlyList<string> OfATurn { get; } = [AfterInbox, AfterTurnCommit, AfterReplyAppend];

    public static IReadOnlyList<string> OfANudge { get; } = [AfterPlan, AfterLease, AfterMark, AfterNudgeAppend];

    /// <summary>A channel has it, and that is not written yet.</summary>
    public const string AfterSend = "after-send";

    public const string AfterSettle = "after-settle";
    public const string BeforeRecovery = "before-recovery";
    public const string AfterRecovery = "after-recovery";

    public static IReadOnlyList<string> OfASend { get; } = [AfterSend, AfterSettle, BeforeRecovery, AfterRecovery];

    public static IEnumerable<string> All => [Never, .. OfATurn, .. OfANudge, .. OfASend];
}
