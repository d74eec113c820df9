using System.Text.Json.Nodes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>An answered card: one small line, nothing left to press.</summary>
internal static class FoldedCard
{
    public static JsonObject Draw(CardModel.Folded folded, Reply reply, string? locale) =>
        AdaptiveCard.Of(reply, locale, [AdaptiveCard.Small(folded.Line)]);
}
