using NodaTime;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>How a lane is served.</summary>
/// <param name="IsForReplies">Whether it holds replies that a crash left over: they keep no pace and are never held.</param>
/// <param name="IsPaced">Whether it asks for permits.</param>
/// <param name="Batch">Rows leased at once.</param>
/// <param name="Group">Rows marked at once: no more than may leave at once, so that a crash leaves no more than those in doubt.</param>
/// <param name="InFlight">Sends under way at once.</param>
internal sealed record LaneRules(bool IsForReplies, bool IsPaced, int Batch, int Group, int InFlight)
{
    /// <summary>How far ahead a permit may lie: time to mark its row, so that it leaves at its moment.</summary>
    public static readonly Duration Ahead = Duration.FromMilliseconds(100);

    private const int PacedBatch = 16;
    private const int FreeBatch = 128;
    private const int RepliesInFlight = 64;

    // A group spans about the time that marking it takes.
    private const double GroupSeconds = 0.15;

    // What is leased should be gone well before its lease ends, also where the pace is slow.
    private const int HandSeconds = 2;

    public static LaneRules Of(string lane, NudgeOptions options)
    {
        if (lane == NudgeDoor.ReplyLane)
        {
            return new(IsForReplies: true, IsPaced: false, PacedBatch, PacedBatch, RepliesInFlight);
        }

        var rate = options.PerTenantPerSecond;
        return rate == 0
            ? new(IsForReplies: false, IsPaced: false, FreeBatch, FreeBatch, options.InFlight ?? FreeBatch)
            : new(
                IsForReplies: false,
                IsPaced: true,
                Math.Min(PacedBatch, rate * HandSeconds),
                Math.Min(PacedBatch, (int)Math.Ceiling(rate * GroupSeconds)),
                options.InFlight ?? PacedBatch);
    }
}
