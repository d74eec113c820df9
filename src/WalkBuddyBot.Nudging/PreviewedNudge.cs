using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging;

/// <summary>One nudge that lies ahead.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Lane">Whose pace it keeps.</param>
/// <param name="Slot">The ledger's key; its time is the one asked for, before any shift.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Due">When.</param>
/// <param name="Zone">The person's zone.</param>
/// <param name="Rule">The wish it follows from, in words.</param>
/// <param name="Clocks">What a change of the clocks does to it.</param>
/// <param name="Gate">The gate that would stop it; null when it goes out.</param>
/// <param name="Planned">False where it does not even become a row of the ledger: the person is paused or stopped.</param>
/// <param name="Grace">How late it may still arrive.</param>
public sealed record PreviewedNudge(
    PersonId Person,
    string Lane,
    Slot Slot,
    NudgeKind Kind,
    Instant Due,
    DateTimeZone Zone,
    string Rule,
    ClockMark Clocks,
    string? Gate,
    bool Planned,
    Duration Grace)
{
    /// <summary>When, on the person's clock.</summary>
    public LocalDateTime Local => Due.InZone(Zone).LocalDateTime;
}
