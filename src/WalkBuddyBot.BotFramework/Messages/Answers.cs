using Microsoft.AspNetCore.Http;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>From the bot's answer to the one over HTTP.</summary>
internal static class Answers
{
    public static IResult To(BotActivity activity, InboundAnswer answer)
    {
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            var body = activity.Type == ActivityTypes.Invoke ? answer.Body : null;
            return TypedResults.Json(new ExpectedReplies(answer.Replies, body), ExpectedRepliesJson.Default.ExpectedReplies);
        }

        if (activity.Type != ActivityTypes.Invoke)
        {
            return TypedResults.Ok();
        }

        return answer.Body is { } said
            ? TypedResults.Json(said, ExpectedRepliesJson.Default.JsonElement, statusCode: answer.Status)
            : TypedResults.StatusCode(answer.Status);
    }
}
