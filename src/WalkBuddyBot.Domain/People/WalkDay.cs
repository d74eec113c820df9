using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What was walked on one local date.</summary>
public sealed record WalkDay(LocalDate Date, int Minutes, int Walks);
