using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>That a full safety reply was given, and when; never what it was about.</summary>
/// <param name="At">When.</param>
/// <param name="Level">Its level: a higher one is said in full again.</param>
public sealed record Alarmed(Instant At, SafetyLevel Level);
