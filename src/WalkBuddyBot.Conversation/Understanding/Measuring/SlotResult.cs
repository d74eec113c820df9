namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>A slot, compared.</summary>
/// <param name="Name">Its name; <c>ask</c>, <c>error</c> and <c>safety</c> are compared in the same way.</param>
/// <param name="IsSlot">Whether it is a slot, not one of those three.</param>
/// <param name="Expected">As JSON; null when there should be none.</param>
/// <param name="Got">As JSON; null when there was none.</param>
/// <param name="Right">Whether the two are the same.</param>
public sealed record SlotResult(string Name, bool IsSlot, string? Expected, string? Got, bool Right);
