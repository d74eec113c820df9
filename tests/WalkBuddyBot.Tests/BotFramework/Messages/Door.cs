using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Messages;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary><c>/api/messages</c> on a real server on loopback, with a clock, stores and a bot of the test's own.</summary>
internal sealed class Door : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Door(WebApplication app, InMemoryStores stores, FakeTimeProvider time, ListeningBot bot, ListeningSink sink)
    {
        (_app, Stores, Time, Bot, Sink) = (app, stores, time, bot, sink);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = WebChat.Guard };
    }

    public HttpClient Http { get; }

    public InMemoryStores Stores { get; }

    public FakeTimeProvider Time { get; }

    public ListeningBot Bot { get; }

    public ListeningSink Sink { get; }

    public static async Task<Door> OpenAsync(
        InboundMode mode = InboundMode.NoneLoopbackOnly,
        InMemoryStores? stores = null,
        FakeTimeProvider? time = null,
        Func<ListeningBot, ListeningBot>? script = null,
        IPAddress? remote = null,
        SpokenLog? log = null,
        params (string Key, string Value)[] settings)
    {
        time ??= WebChat.NewTime();
        stores ??= new InMemoryStores(time.ToClock());
        var bot = new ListeningBot(stores);
        bot = script?.Invoke(bot) ?? bot;
        var sink = new ListeningSink();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => log?.AddTo(logging));
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IClock>(time.ToClock());
        builder.Services.AddSingleton<IInbox>(stores).AddSingleton<IInboundActivities>(bot).AddSingleton<IActivitySink>(sink);
        builder.Services.AddMessages();
        builder.Services.Configure<MessagesOptions>(options => options.Mode = mode);
        var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = remote ?? http.Connection.RemoteIpAddress;
            return next(http);
        });
        app.UseRouting();
        app.MapMessages();
        await app.StartAsync();
        return new Door(app, stores, time, bot, sink);
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, params (string Name, string Value)[] headers) =>
        PostAsync(activity.ToJsonString(), headers);

    public async Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
