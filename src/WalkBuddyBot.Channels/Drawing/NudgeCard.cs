using System.Text.Json.Nodes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>A reminder: the ask, the week, a tip and where it is from, why it came, and the answers as buttons.</summary>
internal static class NudgeCard
{
    public static JsonObject Draw(CardModel.Nudge nudge, Reply reply, string? locale, ButtonStyle style)
    {
        var body = new JsonArray { AdaptiveCard.Heading(nudge.Heading) };
        Add(body, nudge.Progress, AdaptiveCard.Line);
        Add(body, nudge.Tip, AdaptiveCard.Line);
        Add(body, nudge.Source, AdaptiveCard.Small);
        Add(body, nudge.Footer, AdaptiveCard.Small);
        return AdaptiveCard.Of(reply, locale, body, reply.Choices, style);
    }

    private static void Add(JsonArray body, string? text, Func<string, JsonObject> draw)
    {
        if (!string.IsNullOrEmpty(text))
        {
            body.Add(draw(text));
        }
    }
}
