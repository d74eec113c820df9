using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;

namespace WalkBuddyBot.Tests.BotFramework.Connector;

/// <summary>A connector on this machine that plays what it is told, and the sink that talks to it over real HTTP.</summary>
internal sealed class LoopbackConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServiceProvider _services;
    private readonly Lock _gate = new();
    private readonly List<(string Method, string Target, IReadOnlyDictionary<string, string> Headers, JsonObject Body)> _asked = [];

    private LoopbackConnector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(TakeAsync);
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddConnector().BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>How a request is answered.</summary>
    public Func<HttpContext, Task> Play { get; set; } = http => http.Response.WriteAsync("""{"id":"out-1"}""");

    public string Url { get; private set; } = "";

    public IActivitySink Sink => _services.GetServices<IActivitySink>().Single();

    public IReadOnlyList<(string Method, string Target, IReadOnlyDictionary<string, string> Headers, JsonObject Body)> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked];
            }
        }
    }

    public ConversationReference Reference => new()
    {
        Sink = ConnectorSinkName.Value,
        ChannelId = "msteams",
        ServiceUrl = Url,
        Conversation = new ConversationAccount { Id = "a:1;x@y=/ä|", ConversationType = "personal", TenantId = "tenant-1" },
        Bot = new ChannelAccount { Id = "28:bot", Name = "WalkBuddyBot", Role = "bot" },
        User = new ChannelAccount { Id = "29:ana", Name = "Ana", AadObjectId = "aad-1", Role = "user" },
        Locale = "en-US",
    };

    public static async Task<LoopbackConnector> StartAsync()
    {
        var connector = new LoopbackConnector();
        await connector._app.StartAsync();
        connector.Url = connector._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/amer/";
        return connector;
    }

    public Task<SinkOutcome> SendAsync(BotActivity activity, ConversationReference? to = null) =>
        Sink.SendAsync(to ?? Reference, activity, "ours", CancellationToken.None);

    public Task<SinkOutcome> UpdateAsync(BotActivity activity, string? older) =>
        Sink.UpdateAsync(Reference, activity, "older", older, "ours", CancellationToken.None);

    public async Task StopAsync() => await _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        lock (_gate)
        {
            _asked.Add((http.Request.Method, target, http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), body));
        }

        await Play(http);
    }
}
