using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Calls;
using WalkBuddyBot.BotFramework.DirectLine.Pages;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>Opens streams. Everything that can be refused is refused before the upgrade.</summary>
internal sealed partial class StreamCalls(
    Doorkeeper door,
    OpenPages pages,
    Visits visits,
    IConversationStore store,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    IOptions<DirectLineOptions> options,
    ILogger<PageStream> logger)
{
    public async Task<IResult> OpenAsync(HttpContext http, string conversationId, string? t, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await door.AdmitTicketAsync(http.Request, t, conversationId, cancellationToken);
        if (grant is null)
        {
            return refusal!;
        }

        (var conversation, refusal) = await door.FindAsync(grant, cancellationToken);
        if (conversation is null)
        {
            return refusal!;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Refusal.Bad("A stream is opened as a WebSocket.");
        }

        await visits.NoteAsync(conversation, cancellationToken);
        using var page = new Page(time);
        switch (pages.Join(conversationId, page, options.Value.SocketsPerConversation, options.Value.Sockets))
        {
            case Joining.FullConversation:
                return Refusal.TooManyPages;
            case Joining.FullHouse:
                Log.Full(logger, options.Value.Sockets);
                return Refusal.TooManyStreams;
        }

        try
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                KeepAliveInterval = options.Value.KeepAlive,
                KeepAliveTimeout = options.Value.KeepAlive,
            });
            await new PageStream(socket, page, conversationId, store, time, logger)
                .RunAsync(grant.Watermark, cancellationToken, lifetime.ApplicationStopping);
        }
        finally
        {
            pages.Leave(conversationId, page);
            await visits.LeftAsync(conversation);
        }

        return Results.Empty;
    }

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Warning, "{Sockets} pages are open, as many as DirectLine:Sockets allows; one more was refused.")]
        public static partial void Full(ILogger logger, int sockets);
    }
}
