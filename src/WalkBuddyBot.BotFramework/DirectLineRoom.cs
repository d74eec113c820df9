using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Calls;
using WalkBuddyBot.BotFramework.DirectLine;
using WalkBuddyBot.BotFramework.DirectLine.Calls;
using WalkBuddyBot.BotFramework.DirectLine.Pages;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;
using WalkBuddyBot.BotFramework.DirectLine.Turns;
using WalkBuddyBot.BotFramework.Turns;

namespace WalkBuddyBot.BotFramework;

/// <summary>Our own web chat service: Direct Line 3.0, in process.</summary>
public static class DirectLineRoom
{
    /// <summary>
    /// Adds the service and its sink. The host brings <c>IClock</c>, <see cref="TimeProvider"/>, the stores
    /// and <see cref="IInboundActivities"/>, all for the life of the process.
    /// </summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().BindConfiguration(DirectLineOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsCheck>();

        services.AddMetrics();
        services.TryAddSingleton<RefusalMeter>();
        services.AddSingleton<Keyring>().AddHostedService<FirstKey>().AddSingleton<DirectLineTokens>();
        services.AddSingleton<VisitorCookie>().AddSingleton<Origins>();
        services.AddTurns();
        services.AddSingleton<OpenPages>().AddSingleton<Unstored>().AddHostedService<OtherNodes>();
        services.AddSingleton<DirectLineTurns>().AddHostedService(provider => provider.GetRequiredService<DirectLineTurns>());
        services.AddHostedService<TranscriptTrim>();
        services.AddSingleton<IActivitySink, DirectLineSink>();

        services.AddSingleton<Doorkeeper>().AddSingleton<CallRates>().AddSingleton<Watermarks>().AddSingleton<Visits>();
        services.AddSingleton<Greeter>().AddSingleton<Urgent>();
        services.AddSingleton<TokenCalls>().AddSingleton<ConversationCalls>().AddSingleton<ActivityCalls>().AddSingleton<StreamCalls>();
        return services;
    }

    /// <summary>Maps the calls under <c>/v3/directline</c>, unless the web chat is off.</summary>
    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        if (!services.GetRequiredService<IOptions<DirectLineOptions>>().Value.IsOn(services.GetRequiredService<IHostEnvironment>()))
        {
            return endpoints;
        }

        var calls = endpoints.MapGroup(DirectLinePaths.Base)
            .AddEndpointFilter<RouteGroupBuilder, WebSocketsHere>().AddEndpointFilter<RouteGroupBuilder, EveryCall>();

        // They keep their own time, on the injected clock, and a stream has no end; so the host's limit is not theirs.
        calls.DisableRequestTimeout();
        calls.MapPost("/tokens/generate", Generate);
        calls.MapPost("/tokens/refresh", Refresh);
        calls.MapPost("/conversations", Begin);
        calls.MapGet("/conversations/{conversationId}", Resume);
        calls.MapGet("/conversations/{conversationId}/activities", Read);
        calls.MapPost("/conversations/{conversationId}/activities", Post);
        calls.MapPost("/conversations/{conversationId}/upload", Upload);

        // A WebSocket over HTTP/2 is opened by CONNECT.
        calls.MapMethods("/conversations/{conversationId}/stream", [HttpMethods.Get, HttpMethods.Connect], Open);
        calls.Map("/{**rest}", Unknown);
        return endpoints;
    }

    private static Task<IResult> Generate(HttpContext http, TokenCalls calls) => calls.GenerateAsync(http, http.RequestAborted);

    private static Task<IResult> Refresh(HttpContext http, TokenCalls calls) => calls.RefreshAsync(http, http.RequestAborted);

    private static Task<IResult> Begin(HttpContext http, ConversationCalls calls) => calls.BeginAsync(http, http.RequestAborted);

    private static Task<IResult> Resume(HttpContext http, string conversationId, string? watermark, ConversationCalls calls) =>
        calls.ResumeAsync(http, conversationId, watermark, http.RequestAborted);

    private static Task<IResult> Read(HttpContext http, string conversationId, string? watermark, ActivityCalls calls) =>
        calls.ReadAsync(http, conversationId, watermark, http.RequestAborted);

    private static Task<IResult> Post(HttpContext http, string conversationId, ActivityCalls calls) =>
        calls.PostAsync(http, conversationId, http.RequestAborted);

    private static Task<IResult> Open(HttpContext http, string conversationId, string? t, StreamCalls calls) =>
        calls.OpenAsync(http, conversationId, t, http.RequestAborted);

    private static async Task<IResult> Upload(HttpContext http, string conversationId, Doorkeeper door) =>
        (await door.AdmitAsync(http.Request, CallKind.Post, conversationId, http.RequestAborted)).Refusal ?? Refusal.NoUploads;

    /// <summary>Also GET session/getsessionid: it serves sign-in cards, of which there are none.</summary>
    private static Refusal Unknown() => Refusal.NoCall;
}
