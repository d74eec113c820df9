using System.Text.Json;
using System.Text.Json.Nodes;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Hearing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>
/// How a card's request (<c>adaptiveCard/action</c>) is answered: with the card that takes the pressed one's place, or with one line.
/// Source: MicrosoftDocs/AdaptiveCards, universal action model.
/// </summary>
internal sealed class CardAnswers(Drawings drawings, IPhrases phrases)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";
    private const int Succeeded = 200;
    private const int Malformed = 400;
    private const int NotKnown = 501;

    /// <summary>The answer to an invoke that nothing is run for; null where it is run.</summary>
    public InboundAnswer? AtOnce(BotActivity activity)
    {
        if (activity.Type != ActivityTypes.Invoke)
        {
            return null;
        }

        if (activity.Name != Invokes.CardAction)
        {
            return new(NotKnown, Body: null, Replies: []);
        }

        if (Invokes.Mistake(activity) is var (code, message))
        {
            var error = new JsonObject { ["code"] = code, ["message"] = message };
            return new(Malformed, Body(Malformed, ErrorType, error), Replies: []);
        }

        // A card that is only being looked at changes nothing.
        return Invokes.IsAutomatic(activity)
            ? InboundAnswer.Ok with { Body = Message(phrases.Say("card.as-it-was", Whereabouts.Language(activity))) }
            : null;
    }

    /// <summary>The body for an invoke that was run; null for everything else, which is answered with nothing.</summary>
    public JsonElement? For(Arrived arrived, TurnOutcome outcome)
    {
        if (arrived.Activity.Type != ActivityTypes.Invoke)
        {
            return null;
        }

        var pressed = arrived.Heard.About;
        var redrawn = outcome.Replies.FirstOrDefault(reply => reply.Replaces is not null && reply.Replaces == pressed);
        return redrawn is not null && CardOf(arrived, redrawn) is { } card
            ? Body(Succeeded, Attachment.AdaptiveCard, JsonObject.Create(card)!)
            : Message(outcome.Replies.IsEmpty ? "" : outcome.Replies[0].Summary);
    }

    private JsonElement? CardOf(Arrived arrived, Reply reply) =>
        drawings.For(arrived.Heard.From.Channel).Draw(reply, arrived.Activity.Locale).Attachments is [{ Content: { } card }, ..] ? card : null;

    private static JsonElement Message(string text) => Body(Succeeded, MessageType, JsonValue.Create(text));

    private static JsonElement Body(int status, string type, JsonNode value) =>
        JsonSerializer.SerializeToElement(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
