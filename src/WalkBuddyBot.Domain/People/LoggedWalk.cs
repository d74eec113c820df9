using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>One walk as the person told it.</summary>
/// <param name="Id">Follows from the message that told it, so that telling it twice over a bad line counts once.</param>
/// <param name="Date">The day in the person's zone.</param>
/// <param name="Minutes">Minutes walked, 1 to 1440.</param>
/// <param name="For">The nudge it answers, if any.</param>
public sealed record LoggedWalk(Guid Id, LocalDate Date, int Minutes, OutgoingId? For);
