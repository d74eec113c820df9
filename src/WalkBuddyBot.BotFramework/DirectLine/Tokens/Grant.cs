namespace WalkBuddyBot.BotFramework.DirectLine.Tokens;

/// <summary>What a signed value says.</summary>
/// <param name="User">The visitor.</param>
/// <param name="Conversation">The one conversation it opens; empty in a cookie.</param>
/// <param name="Watermark">Where a stream starts; 0 elsewhere.</param>
internal sealed record Grant(string User, string Conversation, long Watermark);
