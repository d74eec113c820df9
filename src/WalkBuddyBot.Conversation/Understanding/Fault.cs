namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>An impossible value.</summary>
/// <param name="Code">Its code; see <see cref="Faults"/>.</param>
/// <param name="Words">The words that were refused.</param>
internal sealed record Fault(string Code, string Words);
