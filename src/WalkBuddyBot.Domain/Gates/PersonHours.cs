using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What a person's own hours say about a time of day.</summary>
public static class PersonHours
{
    /// <summary>
    /// The reason that speaks against a time, <see cref="DropReasons.Fence"/> or <see cref="DropReasons.Quiet"/>; null where none does.
    /// The last minute of the hours is one of them: "between 9 and 5" has a five o'clock. Quiet hours are over when they end.
    /// </summary>
    public static string? HoursAgainst(this Person person, LocalTime time)
    {
        var minute = new LocalTime(time.Hour, time.Minute);
        return person.Fence is { } fence && !fence.Contains(time) && minute != fence.To ? DropReasons.Fence
            : person.Quiet is { } quiet && quiet.Contains(time) ? DropReasons.Quiet
            : null;
    }
}
