using System.Diagnostics.Metrics;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging;

/// <summary>What is counted, all names in one place. No tag takes a person's id.</summary>
internal sealed class NudgeMeters
{
    public const string Name = "WalkBuddyBot.Nudging";
    public const string PlannedName = "walkbuddy.nudge.planned";
    public const string SentName = "walkbuddy.nudge.sent";
    public const string DroppedName = "walkbuddy.nudge.dropped";
    public const string LateName = "walkbuddy.nudge.late";
    public const string UncertainName = "walkbuddy.nudge.uncertain";
    public const string FailedName = "walkbuddy.nudge.failed";
    public const string OldestName = "walkbuddy.outbox.oldest_due";
    public const string InFlightName = "walkbuddy.outbox.in_hand";
    public const string HeldName = "walkbuddy.nudges.held";
    private const string Unit = "{nudge}";

    private readonly Counter<long> _planned;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _dropped;
    private readonly Histogram<double> _late;
    private readonly Counter<long> _uncertain;
    private readonly Counter<long> _failed;

    public NudgeMeters(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _planned = meter.CreateCounter<long>(PlannedName, Unit, "Slots that became rows of the outbox.");
        _sent = meter.CreateCounter<long>(SentName, Unit, "Nudges that a channel accepted.");
        _dropped = meter.CreateCounter<long>(DroppedName, Unit, "Nudges that were not sent, by reason.");
        _late = meter.CreateHistogram<double>(LateName, "s", "How long after its due instant a nudge was accepted.");
        _uncertain = meter.CreateCounter<long>(UncertainName, Unit, "Nudges of which nobody knows whether they arrived.");
        meter.CreateObservableGauge(HeldName, () => Held ? 1 : 0, unit: null, "1 while an operator holds all nudges.");
        meter.CreateObservableGauge(
            OldestName, () => OldestDue?.TotalSeconds ?? 0, "s", "How long the oldest message that is due has waited.");
        meter.CreateObservableGauge(InFlightName, () => InHand(), "{message}", "Messages that this node has leased or is sending.");
        _failed = meter.CreateCounter<long>(FailedName, Unit, "Nudges that a channel refused for good.");
    }

    /// <summary>How long the oldest row that is due has waited, as last seen; null where there is none.</summary>
    public Duration? OldestDue { get; set; }

    /// <summary>Counts the rows this node has in hand.</summary>
    public Func<int> InHand { get; set; } = () => 0;

    /// <summary>Whether an operator holds the nudges, as last seen.</summary>
    public bool Held { get; set; }

    public void Planned(Outgoing row)
    {
        _planned.Add(1, Kind(row));
        if (row.State == OutgoingState.Dropped)
        {
            Dropped(row);
        }
    }

    public void Dropped(Outgoing row) => _dropped.Add(1, Kind(row), new("reason", row.Reason ?? "none"));

    public void Sent(Outgoing row, Instant now)
    {
        _sent.Add(1, Kind(row));
        _late.Record(Math.Max(0, (now - row.NotBefore).TotalSeconds), Kind(row));
    }

    /// <summary>Counts how a nudge ended; one that waits again has not.</summary>
    public void Ended(Outgoing row, Instant now)
    {
        switch (row.State)
        {
            case OutgoingState.Sent:
                Sent(row, now);
                break;
            case OutgoingState.Dropped:
                Dropped(row);
                break;
            case OutgoingState.Uncertain:
                Uncertain(row);
                break;
            case OutgoingState.Failed:
                Failed(row);
                break;
        }
    }

    public void Uncertain(Outgoing row) => _uncertain.Add(1, Kind(row));

    public void Failed(Outgoing row) => _failed.Add(1, Kind(row));

    private static KeyValuePair<string, object?> Kind(Outgoing row) => new("kind", row.Nudge?.Kind.Id ?? "none");
}
