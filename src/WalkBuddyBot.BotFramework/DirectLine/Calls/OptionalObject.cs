using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WalkBuddyBot.BotFramework.Calls;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>A body that may be left out, and is a JSON object when it is there.</summary>
internal static class OptionalObject
{
    public static async Task<(JsonElement? Body, Refusal? Refusal)> ReadAsync(
        HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (await BoundedBody.ReadAsync(request, most, cancellationToken) is not { } body)
        {
            return (null, Refusal.TooBig);
        }

        if (body.IsEmpty)
        {
            return (null, null);
        }

        if (!BoundedBody.IsJson(request))
        {
            return (null, Refusal.NotJson);
        }

        if (!WellFormed.IsObject(body.Span))
        {
            return (null, Refusal.Bad("The body is not a JSON object that can be read."));
        }

        using var json = JsonDocument.Parse(body);
        return (json.RootElement.Clone(), null);
    }
}
