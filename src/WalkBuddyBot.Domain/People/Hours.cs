using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>
/// A part of the day in the person's own zone, first moment included, last excluded; it may pass midnight (22:00 to 06:00).
/// </summary>
public sealed record Hours(LocalTime From, LocalTime To)
{
    /// <summary>Whether a time of day lies inside.</summary>
    public bool Contains(LocalTime time) => From <= To ? time >= From && time < To : time >= From || time < To;
}
