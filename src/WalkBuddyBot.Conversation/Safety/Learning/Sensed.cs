namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>What a message sounds like.</summary>
/// <param name="Danger">The likeliest danger.</param>
/// <param name="Score">How much it sounds like any.</param>
/// <param name="Sure">Whether that is enough to take it for one; else it is asked about.</param>
/// <param name="Other">Whether it is about somebody else.</param>
internal sealed record Sensed(Danger Danger, double Score, bool Sure, bool Other);
