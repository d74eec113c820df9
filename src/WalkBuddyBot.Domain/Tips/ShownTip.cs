using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>That a tip was shown, and when.</summary>
/// <param name="Tip">The tip's id.</param>
/// <param name="At">When.</param>
public sealed record ShownTip(string Tip, Instant At);
