using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.DirectLine.Pages;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>The web chat on a real server on loopback, with a clock and stores of the test's own.</summary>
internal sealed class WebChat : IAsyncDisposable
{
    /// <summary>No test waits for this: it ends a test that would otherwise wait forever.</summary>
    public static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private WebChat(WebApplication app, InMemoryStores stores, FakeTimeProvider time, ScriptedBot bot)
    {
        App = app;
        Stores = stores;
        Time = time;
        Bot = bot;
        Address = new Uri(app.Urls.Single());
    }

    public WebApplication App { get; }

    public InMemoryStores Stores { get; }

    public FakeTimeProvider Time { get; }

    public ScriptedBot Bot { get; }

    public Uri Address { get; }

    public DirectLineTokens Tokens => App.Services.GetRequiredService<DirectLineTokens>();

    public IActivitySink Sink => App.Services.GetRequiredService<IActivitySink>();

    public OpenPages Pages => App.Services.GetRequiredService<OpenPages>();

    public static FakeTimeProvider NewTime() => new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Starts it; with the stores and the time of an earlier one it is that one restarted.</summary>
    public static async Task<WebChat> StartAsync(
        InMemoryStores? stores = null,
        FakeTimeProvider? time = null,
        string environment = "Development",
        Action<ScriptedBot>? script = null,
        Action<ILoggingBuilder>? logging = null,
        IBell? bell = null,
        params (string Key, string Value)[] settings)
    {
        time ??= NewTime();
        stores ??= new InMemoryStores(time.ToClock());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging ?? (_ => { }));
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IClock>(time.ToClock());
        builder.Services.AddSingleton<IConversationStore>(stores).AddSingleton<IInbox>(stores).AddSingleton<ISigningKeys>(stores);
        builder.Services.AddSingleton<IOpenConversations>(stores);
        builder.Services.AddSingleton<IInboundActivities>(services => services.GetRequiredService<ScriptedBot>());
        builder.Services.AddSingleton(services =>
        {
            var bot = new ScriptedBot(stores, services.GetRequiredService<IActivitySink>);
            script?.Invoke(bot);
            return bot;
        });
        if (bell is not null)
        {
            builder.Services.AddSingleton(bell);
        }

        builder.Services.AddDirectLine();
        var app = builder.Build();
        app.MapDirectLine();
        await app.StartAsync();
        return new WebChat(app, stores, time, app.Services.GetRequiredService<ScriptedBot>());
    }

    /// <summary>Somebody with a browser of their own.</summary>
    public Visitor Visitor(CookieContainer? cookies = null) => new(Address, cookies ?? new CookieContainer());

    /// <summary>A visitor whose conversation has begun and was greeted.</summary>
    public async Task<Visitor> GreetedAsync()
    {
        var visitor = Visitor();
        await visitor.GenerateAsync();
        await visitor.BeginAsync();
        await Bot.EndedAsync();
        return visitor;
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
