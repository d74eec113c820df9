using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>What the rules found, with words from reviewed files only, places for numbers already filled.</summary>
/// <param name="Level">The level.</param>
/// <param name="Words">The full reply at <see cref="SafetyLevel.SameDay"/> and above, or for <paramref name="Information"/>; else
/// null.</param>
/// <param name="Again">The one-line version when the full one was given within 24 hours; null where there is no full reply.</param>
/// <param name="Note">One line to add to an ordinary answer at <see cref="SafetyLevel.SeeSoon"/> and <see cref="SafetyLevel.Inform"/>;
/// else null.</param>
/// <param name="Information">Whether it was a question about signs in general: the words are given, no nudge is held, the level counts as
/// none.</param>
public sealed record SafetyFinding(SafetyLevel Level, string? Words, string? Again, string? Note, bool Information)
{
    /// <summary>Nothing found.</summary>
    public static SafetyFinding None { get; } = new(SafetyLevel.None, Words: null, Again: null, Note: null, Information: false);
}
