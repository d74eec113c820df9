using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>
/// Bot Connector REST: one request, one attempt, a bounded answer. It follows no redirect and tries nothing again: a POST that was sent
/// twice is a message said twice, so whoever waits and tries again is a row of the outbox.
/// Source: microsoft/botframework-sdk, specs/botframework-protocol.
/// </summary>
internal sealed partial class ConnectorClient(IHttpClientFactory clients, TimeProvider time, ILogger<ConnectorClient> logger)
{
    /// <summary>The name of its HTTP client.</summary>
    public const string HttpName = "connector";

    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public Task<ConnectorAnswer> SendAsync(
        ConnectorPlace place, BotActivity activity, Func<bool> mayBegin, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, place.Activities, activity, mayBegin, cancellationToken);

    public Task<ConnectorAnswer> ReplyAsync(
        ConnectorPlace place, string asked, BotActivity activity, Func<bool> mayBegin, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, place.Activity(asked), activity, mayBegin, cancellationToken);

    public Task<ConnectorAnswer> UpdateAsync(
        ConnectorPlace place, string older, BotActivity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, place.Activity(older), activity, static () => true, cancellationToken);

    private async Task<ConnectorAnswer> CallAsync(
        HttpMethod method, Uri url, BotActivity activity, Func<bool> mayBegin, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var content = new ActivityContent(activity, mayBegin);
        using var request = new HttpRequestMessage(method, url) { Content = content };
        try
        {
            using var http = clients.CreateClient(HttpName);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BodyAsync(response.Content, either.Token);
            return response.IsSuccessStatusCode
                ? new ConnectorAnswer.Accepted(IdIn(body))
                : new ConnectorAnswer.Refused((int)response.StatusCode, ErrorCodes.In(body), RetryAfter(response.Headers));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            LogFailed(failure.GetType().Name, content.Begun);
            return content.Begun
                ? new ConnectorAnswer.Unanswered(failure is OperationCanceledException ? "timeout" : "broken off")
                : content.TooLate ? new ConnectorAnswer.TooLate() : new ConnectorAnswer.NotSent();
        }
    }

    // The status alone decides. A body that is endless, broken or late says nothing, and changes nothing.
    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            using var body = new MemoryStream();
            var buffer = new byte[4096];
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (body.Length + read > MostBytes)
                {
                    return default;
                }

                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return default;
        }
    }

    private static string? IdIn(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
                ? text
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        var after = headers.RetryAfter is { } given ? given.Delta ?? given.Date - time.GetUtcNow() : null;
        return after < TimeSpan.Zero ? TimeSpan.Zero : after;
    }

    [LoggerMessage(1, LogLevel.Debug, "A connector could not be asked, or did not answer: {Failure}; begun {Begun}.")]
    private partial void LogFailed(string failure, bool begun);
}
