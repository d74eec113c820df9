using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WalkBuddyBot.BotFramework.Calls;

/// <summary>
/// A refused call. The status is what Web Chat acts on: it takes any 403 for an expired token and any 404 for a conversation that ended for
/// good, so neither is used for anything that the next try could mend.
/// </summary>
internal sealed record Refusal(int Status, string Code, string Message) : IResult
{
    public static Refusal Missing { get; } = new(401, "MissingCredentials", "A bearer token is needed.");

    public static Refusal Unreadable { get; } = new(401, "InvalidCredentials", "The token is not one of ours.");

    public static Refusal Expired { get; } = new(403, "TokenExpired", "The token has expired. Ask for a new one.");

    public static Refusal Foreign { get; } = new(403, "Forbidden", "The token is for another conversation.");

    public static Refusal Origin { get; } = new(403, "Forbidden", "Pages of other sites cannot call this.");

    public static Refusal Ticket { get; } = new(403, "TokenExpired", "The ticket is not good for this stream. Ask for a new address.");

    public static Refusal Gone { get; } = new(404, "ConversationNotFound", "There is no such conversation.");

    public static Refusal NoCall { get; } = new(404, "NotFound", "There is no such call.");

    public static Refusal NotJson { get; } = new(415, "UnsupportedMediaType", "The body must be application/json in UTF-8.");

    public static Refusal NoUploads { get; } = new(415, "UploadsNotSupported", "Files cannot be sent here.");

    public static Refusal TooBig { get; } = new(413, "MessageSizeTooBig", "The message is too long.");

    public static Refusal Watermark { get; } = Bad("The watermark is not one of ours.");

    public static Refusal TooManyPages { get; } =
        new(429, "TooManyStreams", "Too many pages show this conversation. Close one.") { RetryAfter = 5 };

    public static Refusal TooManyStreams { get; } =
        new(503, "ServiceUnavailable", "As many pages are open as can be. Try again soon.") { RetryAfter = 30 };

    public static Refusal TooSlow { get; } = new(408, "RequestTimeout", "The body came too slowly.");

    public static Refusal StoreAway { get; } =
        new(503, "ServiceUnavailable", "The service cannot reach its store just now. Try again soon.") { RetryAfter = 1 };

    public static Refusal Failed { get; } = new(500, "ServiceError", "Something went wrong here.");

    /// <summary>Seconds to wait, where waiting helps.</summary>
    public int? RetryAfter { get; init; }

    public static Refusal Bad(string message) => new(400, "BadArgument", message);

    public static Refusal TooFast(int retryAfter) =>
        new(429, "TooManyRequests", "That was too much in a short time. Try again in a moment.") { RetryAfter = retryAfter };

    private static string Door(HttpContext http) =>
        http.Request.Path.StartsWithSegments(MessagesRoom.Path, StringComparison.Ordinal) ? RefusalMeter.Messages : RefusalMeter.DirectLine;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.RequestServices.GetRequiredService<RefusalMeter>().Refused(Door(httpContext), Status, Code);
        if (RetryAfter is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return TypedResults.Json(new ErrorAnswer(new ErrorDetail(Code, Message)), ErrorJson.Default.ErrorAnswer, statusCode: Status)
            .ExecuteAsync(httpContext);
    }
}
