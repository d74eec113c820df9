using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Calls;
using WalkBuddyBot.BotFramework.Limits;
using WalkBuddyBot.BotFramework.Messages.Trust;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>
/// One call of <c>/api/messages</c>: method and type, then the caller, then the bounded body, then what binds the two; only after all of
/// that is anything stored. Answered within ten seconds, always.
/// </summary>
internal sealed partial class MessagesCall(
    IInboundTrust trust, KnownChannels channels, Reception reception, TimeProvider time, ILogger<MessagesCall> logger)
{
    private const int MostBytes = 256 * 1024;

    // Channels wait 15 seconds, then send again; what an answer needs on its way is left over.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(9);

    private readonly Seldom _late = new(TimeSpan.FromSeconds(10), time);

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, http.RequestAborted);
        try
        {
            var (activity, refusal) = await ReadAsync(http, either.Token);
            if (activity is null)
            {
                LogRefused(refusal == MessageRefusals.Method ? LogLevel.Debug : LogLevel.Warning, refusal!.Status, refusal.Code);
                return refusal;
            }

            return await reception.TakeAsync(activity, either.Token);
        }
        catch (StoreUnavailableException)
        {
            return MessageRefusals.Away;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            if (_late.IsTime(out var times))
            {
                LogLate(times);
            }

            return MessageRefusals.Busy;
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer; what was stored is run all the same.
            return Results.Empty;
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            LogFailed(failure);
            return Refusal.Failed;
        }
    }

    private async Task<(BotActivity? Activity, Refusal? Refusal)> ReadAsync(
        HttpContext http, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return (null, MessageRefusals.Method);
        }

        if (!BoundedBody.IsJson(http.Request))
        {
            return (null, Refusal.NotJson);
        }

        var (caller, refusal) = await trust.AdmitAsync(http.Request, cancellationToken);
        if (caller is null)
        {
            return (null, refusal);
        }

        (var body, refusal) = await BodyAsync(http, cancellationToken);
        return body is null ? (null, refusal) : Judge(caller, ActivityReader.Read(body.Value));
    }

    private (BotActivity? Activity, Refusal? Refusal) Judge(ICaller caller, ActivityReading reading) => reading switch
    {
        ActivityReading.Wrong(var reason) => (null, Refusal.Bad(reason)),
        ActivityReading.Good(var activity) when !channels.Allow(activity.ChannelId) => (null, MessageRefusals.Channel),
        ActivityReading.Good(var activity) => caller.Judge(activity) is { } refusal ? (null, refusal) : (activity, null),
        _ => throw new InvalidOperationException($"Nothing is known of {reading}."),
    };

    private static async Task<(ReadOnlyMemory<byte>? Body, Refusal? Refusal)> BodyAsync(
        HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        try
        {
            var body = await BoundedBody.ReadAsync(http.Request, MostBytes, cancellationToken);
            return (body, body is null ? MessageRefusals.TooBig : null);
        }
        catch (BadHttpRequestException bad)
        {
            // The rest of a slow one is not waited for.
            http.Response.Headers.Connection = bad.StatusCode == StatusCodes.Status408RequestTimeout ? "close" : null;
            return (null, bad.StatusCode switch
            {
                StatusCodes.Status408RequestTimeout => Refusal.TooSlow,
                StatusCodes.Status413PayloadTooLarge => MessageRefusals.TooBig,
                _ => Refusal.Bad("The request is not well formed."),
            });
        }
    }

    // Test clients ask by HEAD whether anybody is there, again and again: nothing to be warned of.
    [LoggerMessage(EventId = 1, Message = "A call of /api/messages was refused: {Status} {Code}.")]
    private partial void LogRefused(LogLevel level, int status, string code);

    [LoggerMessage(2, LogLevel.Warning, "{Times} turns took too long to be answered with their end; they go on, and the inbox has them.")]
    private partial void LogLate(int times);

    [LoggerMessage(3, LogLevel.Error, "A call of /api/messages failed.")]
    private partial void LogFailed(Exception failure);
}
