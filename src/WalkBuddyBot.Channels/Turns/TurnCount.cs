using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>One turn as it is counted. Said last is what stands; a turn of which nothing is said has failed.</summary>
internal sealed class TurnCount(TurnMeters meters, long began) : IDisposable
{
    private string? _label;
    private string _outcome = "failed";

    /// <summary>The level that the screen found before anything else.</summary>
    public SafetyLevel? Alarm { get; set; }

    /// <summary>It was committed: only now does anything of it count.</summary>
    public void Committed(TurnOutcome outcome)
    {
        (_label, _outcome) = (outcome.Label, "committed");
        meters.Committed(outcome, Alarm);
    }

    /// <summary>It was answered before; that answer was counted then.</summary>
    public void Repeated() => _outcome = "repeat";

    /// <summary>Another turn came between, so it is run again.</summary>
    public void Stale() => meters.Stale();

    /// <summary>An alarm that could not be stored was answered all the same.</summary>
    public void Unstored(SafetyLevel level)
    {
        (_label, _outcome) = (TurnMeters.Safety, "unstored");
        meters.Replied(level);
    }

    public void Dispose() => meters.Ended(_label, _outcome, began);
}
