using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework;

/// <summary>How the channel is answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, if any.</param>
/// <param name="Replies">
/// Replies to hand over in the answer itself: those of <c>expectReplies</c>, and an emergency or crisis reply that could not be stored.
/// </param>
public sealed record InboundAnswer(int Status, JsonElement? Body, IReadOnlyList<BotActivity> Replies)
{
    /// <summary>200, and nothing more to say.</summary>
    public static InboundAnswer Ok { get; } = new(200, Body: null, Replies: []);
}
