using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Sending;

/// <summary>How a row stands after a sink's answer.</summary>
internal sealed class Settlement(IClock clock)
{
    private const int MostAttempts = 10;

    // An hour of pauses: a reply that the channel surely does not have is not given up over a few bad minutes. A nudge has its grace.
    private const int MostAttemptsOfReply = 64;
    private const int MostInDoubt = 4;
    private const int LongestPauseSeconds = 60;
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);

    /// <param name="row">The row.</param>
    /// <param name="outcome">What the sink answered.</param>
    /// <param name="knowsRepeats">Whether the sink can be handed the same message twice and do nothing.</param>
    public Outgoing Of(Outgoing row, SinkOutcome outcome, bool knowsRepeats) => outcome switch
    {
        SinkOutcome.Accepted(var id) =>
            row with { State = OutgoingState.Sent, Reason = null, ActivityId = id, Attempts = row.Attempts + 1 },
        SinkOutcome.Later(var after, var reason) => Wait(row, Duration.Max(Duration.FromTimeSpan(Longest(after)), Pause(row)), reason),
        SinkOutcome.NotBegun => row.NotBegun(),
        SinkOutcome.Refused(var reason) => Failed(row, reason),
        SinkOutcome.Gone => Gone(row),
        SinkOutcome.Unknown(var reason) => IsSafe(row, knowsRepeats) ? TryLater(row, reason) : Uncertain(row, reason),
        _ => throw new InvalidOperationException($"No row ends with {outcome.GetType().Name}."),
    };

    /// <summary>How long the channel asks everything that goes there to wait, within bounds.</summary>
    public static Duration? LaneWaits(SinkOutcome outcome) =>
        outcome is SinkOutcome.Later { ForAll: true } later ? Duration.FromTimeSpan(Longest(later.After)) : null;

    /// <summary>Waits a little longer each time: 1, 2, 4 seconds and so on.</summary>
    public Outgoing TryLater(Outgoing row, string reason) =>
        Wait(row, Pause(row), reason);

    public static Outgoing Failed(Outgoing row, string reason) => Ended(row, OutgoingState.Failed, reason);

    public static Outgoing Gone(Outgoing row) => Ended(row, OutgoingState.Dropped, DropReasons.Gone);

    // What a nudge's channel can bear is the sink's to know: a web chat behind a connector is called the same as our own. A reply may be
    // there each time that nobody knows, so in doubt it is said only a few times, unless somebody's safety hangs on it.
    private static bool IsSafe(Outgoing row, bool knowsRepeats) => row.OnDoubt == Doubt.Resend
        && (knowsRepeats || (row.Nudge is null && (row.Urgency == Urgency.Safety || row.Attempts + 1 < MostInDoubt)));

    private static Duration Pause(Outgoing row) => Duration.FromSeconds(Math.Min(LongestPauseSeconds, 1L << Math.Clamp(row.Attempts, 0, 6)));

    // A channel's word, so bounded: a slip of theirs must not park a row for years.
    private static TimeSpan Longest(TimeSpan after) => after < LongestHold ? after : LongestHold;

    private static Outgoing Uncertain(Outgoing row, string reason) => Ended(row, OutgoingState.Uncertain, reason);

    private static Outgoing Ended(Outgoing row, OutgoingState state, string reason) =>
        row with { State = state, Reason = reason, Attempts = row.Attempts + 1 };

    private Outgoing Wait(Outgoing row, Duration pause, string reason) =>
        row.Attempts + 1 >= (row.Nudge is null ? MostAttemptsOfReply : MostAttempts)
        ? Failed(row, reason)
        : Ended(row, OutgoingState.Waiting, reason) with { NotBefore = clock.GetCurrentInstant() + Duration.Max(pause, Duration.Zero) };
}
