using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Calls;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>
/// What holds for every call: nothing is cached, other sites' pages are refused, bodies are bounded, and a store that is away, or too slow,
/// is said to be away.
/// </summary>
internal sealed partial class EveryCall(Origins origins, IOptions<DirectLineOptions> options, TimeProvider time, ILogger<EveryCall> logger)
    : IEndpointFilter
{
    // An answer comes within ten seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(9);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (origins.BaseOf(http.Request) is null)
        {
            return Refusal.Bad("This host name is not configured (DirectLine:PublicOrigin).");
        }

        if ((!HttpMethods.IsGet(http.Request.Method) || http.WebSockets.IsWebSocketRequest) && !origins.Allows(http.Request))
        {
            Log.Foreign(logger, http.Request.Method);
            return Refusal.Origin;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxBodyBytes;
        }

        return http.WebSockets.IsWebSocketRequest
            ? await TryAsync(context, next, CancellationToken.None, http.RequestAborted)
            : await TimedAsync(context, next);
    }

    private async Task<object?> TimedAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var gone = context.HttpContext.RequestAborted;
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, gone);
        context.HttpContext.RequestAborted = either.Token;
        try
        {
            return await TryAsync(context, next, late.Token, gone);
        }
        finally
        {
            context.HttpContext.RequestAborted = gone;
        }
    }

    private async Task<object?> TryAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next, CancellationToken late, CancellationToken gone)
    {
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            return Refusal.StoreAway;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode switch
            {
                StatusCodes.Status408RequestTimeout => Refusal.TooSlow,
                StatusCodes.Status413PayloadTooLarge => Refusal.TooBig,
                _ => Refusal.Bad("The request is not well formed."),
            };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            Log.Late(logger, context.HttpContext.Request.Method);
            return Refusal.StoreAway;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // Nobody waits for an answer.
            return Results.Empty;
        }
        catch (Exception failure) when (!context.HttpContext.Response.HasStarted)
        {
            // Said here, in the protocol's own words: a page of the framework's would show its insides.
            Log.Failed(logger, failure);
            return Refusal.Failed;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Error, "A call of the web chat failed.")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(3, LogLevel.Warning, "A {Method} of the web chat took too long and was given up.")]
        public static partial void Late(ILogger logger, string method);

        [LoggerMessage(1, LogLevel.Warning, "A {Method} from another site's page was refused.")]
        public static partial void Foreign(ILogger logger, string method);
    }
}
