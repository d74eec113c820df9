namespace WalkBuddyBot.Nudging;

/// <summary>What a tick did.</summary>
/// <param name="Planned">Slots that became rows, dropped ones included.</param>
/// <param name="Sent">Rows a channel accepted.</param>
/// <param name="Dropped">Nudges that were not sent, for a reason that was counted.</param>
/// <param name="PutBack">Rows that wait again.</param>
/// <param name="Unsettled">Rows that failed for good or of which nobody knows whether they arrived.</param>
/// <param name="Whole">Whether nothing went wrong on our side.</param>
public sealed record TickResult(int Planned, int Sent, int Dropped, int PutBack, int Unsettled, bool Whole)
{
    /// <summary>Nothing to do.</summary>
    public static TickResult Nothing { get; } = new(0, 0, 0, 0, 0, Whole: true);

    internal TickResult And(TickResult other) => new(
        Planned + other.Planned, Sent + other.Sent, Dropped + other.Dropped, PutBack + other.PutBack,
        Unsettled + other.Unsettled, Whole && other.Whole);
}
