namespace WalkBuddyBot.BotFramework.Limits;

/// <summary>How often somebody may call: so many times at once, and those come back evenly over the period.</summary>
/// <param name="Calls">How many at once, and how many more in each period; at least 1.</param>
/// <param name="Period">In what time a budget that was spent whole is whole again.</param>
internal readonly record struct Rate(int Calls, TimeSpan Period)
{
    public static Rate PerMinute(int calls) => new(calls, TimeSpan.FromMinutes(1));

    public static Rate PerHour(int calls) => new(calls, TimeSpan.FromHours(1));
}
