using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WalkBuddyBot.Tests.Channels;

/// <summary>A connector that takes everything, gives ids in turn, and remembers what it was sent.</summary>
internal sealed class RecordingConnector : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<(string Request, JsonObject Activity)> _taken = [];

    /// <summary>How the next requests are answered; null takes them.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage>? Answer { get; set; }

    public IReadOnlyList<(string Request, JsonObject Activity)> Taken
    {
        get
        {
            lock (_gate)
            {
                return [.. _taken];
            }
        }
    }

    public IEnumerable<string> Texts => Taken.Select(sent => (string?)sent.Activity["text"] ?? "");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Null(request.Headers.Authorization);
        var activity = (JsonObject)JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        int number;
        lock (_gate)
        {
            _taken.Add(($"{request.Method} {request.RequestUri!.AbsoluteUri}", activity));
            number = _taken.Count;
        }

        return Answer?.Invoke(request) ?? new HttpResponseMessage(HttpStatusCode.Created)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { id = "out-" + number.ToString(CultureInfo.InvariantCulture) })),
        };
    }
}
