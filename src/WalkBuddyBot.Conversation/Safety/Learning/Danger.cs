using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>A kind of danger that can be learnt: which reviewed words speak of it, and how pressing it is.</summary>
/// <param name="Group">A group of <c>replies.yaml</c>.</param>
/// <param name="Level">Same day, crisis or emergency.</param>
internal sealed record Danger(string Group, SafetyLevel Level);
