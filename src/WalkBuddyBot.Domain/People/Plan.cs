namespace WalkBuddyBot.Domain;

/// <summary>What the person means to do.</summary>
/// <param name="WalksPerWeek">Walks a week; 5 unless they say otherwise, 0 for none in particular.</param>
/// <param name="EasyMinutes">Minutes that feel easy today; 10 unless they say otherwise. Logged when no minutes are given.</param>
/// <param name="MostPerDay">Ceiling of proactive messages a day, snoozes included; 6.</param>
/// <param name="MinutesPerWeek">Minutes a week, for whoever counts those; null while they have set none.</param>
public sealed record Plan(int WalksPerWeek, int EasyMinutes, int MostPerDay, int? MinutesPerWeek = null)
{
    /// <summary>What holds until the person chooses.</summary>
    public static Plan Default { get; } = new(WalksPerWeek: 5, EasyMinutes: 10, MostPerDay: 6);
}
