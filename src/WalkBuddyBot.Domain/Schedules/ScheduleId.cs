namespace WalkBuddyBot.Domain;

/// <summary>The id of a schedule.</summary>
public readonly record struct ScheduleId(Guid Value);
