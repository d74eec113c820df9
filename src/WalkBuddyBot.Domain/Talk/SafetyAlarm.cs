namespace WalkBuddyBot.Domain;

/// <summary>A level of <see cref="SafetyLevel.SameDay"/> or above, with the words for it, which need nothing but this.</summary>
/// <param name="Level">The level.</param>
/// <param name="Reply">The full reply.</param>
public sealed record SafetyAlarm(SafetyLevel Level, Reply Reply);
