namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>What would be accepted, were only messages taken that are at least so sure.</summary>
/// <param name="Threshold">The least score.</param>
/// <param name="InScope">The share of messages of ours that are accepted.</param>
/// <param name="InScopeRight">The share of messages of ours that are accepted with the right label.</param>
/// <param name="Near">The share of near out-of-scope messages that are accepted.</param>
/// <param name="Far">The share of far ones.</param>
/// <param name="OutOfScope">The share of all out-of-scope ones, of whatever group.</param>
public sealed record RejectPoint(double Threshold, double InScope, double InScopeRight, double Near, double Far, double OutOfScope);
