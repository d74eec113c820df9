using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework.Limits;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Pages;

/// <summary>
/// Shows one page what its conversation holds, from a watermark on and as it grows. Each ring is answered by reading past the watermark,
/// and the page joined before the first read: nothing is shown twice and nothing is left out.
/// </summary>
internal sealed partial class PageStream(
    WebSocket socket, Page page, string conversation, IConversationStore store, TimeProvider time, ILogger logger)
{
    // What one slow page keeps in memory is one such reading and one frame of it.
    private const int MostRead = 32;

    // The client sends an empty frame each 20 seconds to keep the line open, and nothing else.
    private const int MostHeard = 4096;
    private static readonly Rate MostFrames = Rate.PerMinute(60);

    // A page that takes nothing for this long is closed; it comes back with its watermark.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <summary>Runs until the page leaves, or the service stops.</summary>
    public async Task RunAsync(long watermark, CancellationToken aborted, CancellationToken stopping)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        var heard = ListenAsync(aborted);
        var shown = ShowAsync(watermark, leaving.Token);

        await Task.WhenAny(heard, shown);
        await leaving.CancelAsync();
        var ended = await shown;
        if (heard.IsCompleted)
        {
            ended = await heard;
        }
        else if (stopping.IsCancellationRequested)
        {
            ended = WebSocketCloseStatus.EndpointUnavailable;
        }

        await CloseAsync(ended, heard);
    }

    private async Task<WebSocketCloseStatus> ListenAsync(CancellationToken aborted)
    {
        var buffer = new byte[MostHeard];
        var pacing = new Pacing(MostFrames, time);
        var spent = Pacing.Nothing;
        try
        {
            for (var length = 0; ;)
            {
                var frame = await socket.ReceiveAsync(buffer.AsMemory(), aborted);
                length += frame.Count;
                if (frame.MessageType == WebSocketMessageType.Close)
                {
                    return WebSocketCloseStatus.NormalClosure;
                }

                if (length >= MostHeard)
                {
                    return WebSocketCloseStatus.MessageTooBig;
                }

                if (!pacing.TryTake(ref spent, pacing.Now, out _))
                {
                    return WebSocketCloseStatus.PolicyViolation;
                }

                length = frame.EndOfMessage ? 0 : length;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            return WebSocketCloseStatus.Empty;
        }
    }

    private async Task<WebSocketCloseStatus> ShowAsync(long watermark, CancellationToken leaving)
    {
        try
        {
            while (true)
            {
                await page.WaitAsync(leaving);
                if (page.TakePassing() is { Count: > 0 } passing)
                {
                    await SendAsync(ActivitySets.WritePassing(passing));
                }

                watermark = await ShowNewAsync(watermark, leaving);
                page.Know(watermark);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            return WebSocketCloseStatus.Empty;
        }
        catch (Exception failure)
        {
            Log.Broke(logger, failure, conversation);
            return WebSocketCloseStatus.InternalServerError;
        }
    }

    private async Task<long> ShowNewAsync(long watermark, CancellationToken leaving)
    {
        // A page that begins with an empty transcript shows nothing from before.
        var isFresh = watermark == 0;
        try
        {
            IReadOnlyList<StoredActivity> read;
            do
            {
                read = await store.ReadAsync(conversation, watermark, MostRead, leaving);
                for (var shown = 0; shown < read.Count;)
                {
                    var (bytes, after, count) = ActivitySets.Write(read, shown, watermark);
                    await SendAsync(bytes);
                    watermark = after;
                    shown += count;
                }

                if (!isFresh && read.FirstOrDefault(stored => stored.Cleared) is { } confirmation)
                {
                    await SendAsync(ActivitySets.WritePassing([ErasedEvent.After(confirmation.Activity)]));
                }
            }
            while (read.Count == MostRead && !leaving.IsCancellationRequested);
        }
        catch (StoreUnavailableException)
        {
            Log.NotNow(logger, conversation);
            page.RingLater();
        }

        return watermark;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        // Its own end, not the page's: a frame that is cut short breaks the socket, and then no farewell can be said.
        using var tooSlow = new CancellationTokenSource(Patience, time);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, tooSlow.Token);
    }

    private async Task CloseAsync(WebSocketCloseStatus status, Task heard)
    {
        try
        {
            if (status == WebSocketCloseStatus.Empty || socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            {
                return;
            }

            using var tooSlow = new CancellationTokenSource(Farewell, time);
            await socket.CloseOutputAsync(status, statusDescription: null, tooSlow.Token);
            await heard.WaitAsync(tooSlow.Token);

            // What is still on its way is taken in: a connection that ends with unread bytes is reset, and the farewell is lost.
            var rest = new byte[MostHeard];
            while (socket.State == WebSocketState.CloseSent)
            {
                await socket.ReceiveAsync(rest.AsMemory(), tooSlow.Token);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The other side is gone already; there is nobody left to tell.
        }
        finally
        {
            socket.Abort();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The stream of conversation {Conversation} broke and was closed; the page will come back.")]
        public static partial void Broke(ILogger logger, Exception failure, string conversation);

        [LoggerMessage(2, LogLevel.Warning,
            "The transcript of {Conversation} cannot be read just now; its stream tries again in a second.")]
        public static partial void NotNow(ILogger logger, string conversation);
    }
}
