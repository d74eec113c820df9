using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>A time as said.</summary>
/// <param name="Hour">As said, 0 to 23.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="Certain">Whether only one moment of the day can be meant; else it is an hour of a 12-hour clock.</param>
/// <param name="Full">Whether it was said on a 24-hour clock, which its neighbours then are too.</param>
internal readonly record struct ClockReading(int Hour, int Minute, bool Certain, bool Full = false)
{
    /// <summary>As read before noon, or as it stands when certain.</summary>
    public LocalTime Early => new(Certain ? Hour : Hour % 12, Minute);

    /// <summary>As read after noon, or as it stands when certain.</summary>
    public LocalTime Late => new(Certain ? Hour : (Hour % 12) + 12, Minute);
}
