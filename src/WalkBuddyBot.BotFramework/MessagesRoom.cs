using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Messages;
using WalkBuddyBot.BotFramework.Messages.Trust;
using WalkBuddyBot.BotFramework.Turns;

namespace WalkBuddyBot.BotFramework;

/// <summary>The way in for channels: <c>POST /api/messages</c>.</summary>
public static class MessagesRoom
{
    private const string Path = "/api/messages";

    /// <summary>
    /// Adds the endpoint's services. The host brings <c>IClock</c>, <see cref="TimeProvider"/>, the stores, <see cref="IInboundActivities"/>
    /// and a sink named <c>connector</c>, and sets <see cref="MessagesOptions.Mode"/>.
    /// </summary>
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddOptions<MessagesOptions>().BindConfiguration(MessagesOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MessagesOptions>, MessagesOptionsCheck>();

        services.AddTurns();
        services.AddSingleton<ConnectorTurns>().AddHostedService(provider => provider.GetRequiredService<ConnectorTurns>());
        services.AddSingleton<UnstoredReplies>().AddSingleton<KnownChannels>().AddSingleton(TrustOf);
        return services.AddSingleton<Reception>().AddSingleton<MessagesCall>();
    }

    /// <summary>Maps <c>/api/messages</c>, unless the mode is <see cref="InboundMode.Off"/>.</summary>
    public static IEndpointRouteBuilder MapMessages(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<MessagesOptions>>().Value.Mode != InboundMode.Off)
        {
            endpoints.Map(Path, Answer);
        }

        return endpoints;
    }

    private static Task<IResult> Answer(HttpContext http, MessagesCall call) => call.AnswerAsync(http);

    private static IInboundTrust TrustOf(IServiceProvider services) =>
        services.GetRequiredService<IOptions<MessagesOptions>>().Value.Mode == InboundMode.NoneLoopbackOnly
            ? new LoopbackTrust()
            : new NobodyYet();
}
