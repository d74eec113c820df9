using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>What all lanes share.</summary>
internal sealed partial class LaneParts(
    IOutbox outbox,
    IPace pace,
    HoldWatch hold,
    InHand inHand,
    Marker marker,
    Handover handover,
    Settler settler,
    NudgeMeters meters,
    IClock clock,
    TimeProvider time,
    ILogger<LaneParts> logger)
{
    public IOutbox Outbox => outbox;

    public IPace Pace => pace;

    public HoldWatch Hold => hold;

    public InHand InHand => inHand;

    public Marker Marker => marker;

    public Handover Handover => handover;

    public NudgeMeters Meters => meters;

    public TimeProvider Time => time;

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Writes how a row ended, and counts it.</summary>
    public async Task EndAsync(Outgoing row, Tally tally)
    {
        Count(row, tally);
        await settler.SettleAsync(row);
    }

    public void Count(Outgoing row, Tally tally)
    {
        tally.Add(row);
        if (row.Nudge is not null)
        {
            meters.Ended(row, Now);
        }
    }

    /// <summary>Holds a lane for every node. Where that fails, this node keeps quiet by itself and the others will be told as it was.</summary>
    public async Task HoldAsync(string lane, Duration length)
    {
        try
        {
            await pace.HoldAsync(lane, length, CancellationToken.None);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotHeld(failure, lane);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The lane {Lane} could not be held for the other nodes.")]
    private partial void LogNotHeld(Exception failure, string lane);
}
