using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Sending;

/// <summary>How a row stands after a sink's answer.</summary>
internal sealed class Settlement(IClock clock)
{
    private const int MostAttempts = 10;
    private const int LongestPauseSeconds = 60;
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);

    public Outgoing Of(Outgoing row, SinkOutcome outcome) => outcome switch
    {
        SinkOutcome.Accepted(var id) =>
            row with { State = OutgoingState.Sent, Reason = null, ActivityId = id, Attempts = row.Attempts + 1 },
        SinkOutcome.Later(var after, var reason) => Wait(row, Duration.FromTimeSpan(Longest(after)), reason),
        SinkOutcome.Refused(var reason) => Failed(row, reason),
        SinkOutcome.Gone => Gone(row),
        SinkOutcome.Unknown(var reason) => row.OnDoubt == Doubt.Resend ? TryLater(row, reason) : Uncertain(row, reason),
        _ => throw new InvalidOperationException($"No row ends with {outcome.GetType().Name}."),
    };

    /// <summary>Waits a little longer each time: 1, 2, 4 seconds and so on.</summary>
    public Outgoing TryLater(Outgoing row, string reason) =>
        Wait(row, Duration.FromSeconds(Math.Min(LongestPauseSeconds, 1L << Math.Clamp(row.Attempts, 0, 6))), reason);

    public static Outgoing Failed(Outgoing row, string reason) => Ended(row, OutgoingState.Failed, reason);

    public static Outgoing Gone(Outgoing row) => Ended(row, OutgoingState.Dropped, DropReasons.Gone);

    // A channel's word, so bounded: a slip of theirs must not park a row for years.
    private static TimeSpan Longest(TimeSpan after) => after < LongestHold ? after : LongestHold;

    private static Outgoing Uncertain(Outgoing row, string reason) => Ended(row, OutgoingState.Uncertain, reason);

    private static Outgoing Ended(Outgoing row, OutgoingState state, string reason) =>
        row with { State = state, Reason = reason, Attempts = row.Attempts + 1 };

    private Outgoing Wait(Outgoing row, Duration pause, string reason) => row.Attempts + 1 >= MostAttempts
        ? Failed(row, reason)
        : Ended(row, OutgoingState.Waiting, reason) with { NotBefore = clock.GetCurrentInstant() + Duration.Max(pause, Duration.Zero) };
}
