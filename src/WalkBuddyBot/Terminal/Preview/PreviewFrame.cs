using NodaTime;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>What a preview is of.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Zone">The zone the range was given in: one person's own, where it is of one.</param>
/// <param name="Whose">One person, nobody's sentence, or everyone.</param>
/// <param name="PerSecond">The pace of a lane; 0 for none.</param>
/// <param name="HeldSince">Since when an operator holds all reminders; null while they go out.</param>
internal sealed record PreviewFrame(Instant From, Instant To, DateTimeZone Zone, Whose Whose, int PerSecond, Instant? HeldSince);
