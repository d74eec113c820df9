using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>Lets a call be upgraded to a WebSocket, whether or not the host put the framework's middleware into its pipeline.</summary>
internal sealed class WebSocketsHere(ILoggerFactory loggers) : IEndpointFilter
{
    private readonly WebSocketMiddleware _middleware = new(_ => Task.CompletedTask, Options.Create(new WebSocketOptions()), loggers);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await _middleware.Invoke(context.HttpContext);
        return await next(context);
    }
}
