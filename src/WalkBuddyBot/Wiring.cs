using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Messages;
using WalkBuddyBot.Channels;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Operations;
using WalkBuddyBot.Page;
using WalkBuddyBot.Settings;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot;

/// <summary>Introduces the rooms to each other.</summary>
internal static class Wiring
{
    public static IServiceCollection AddWalkBuddy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotOptions>().Configure<IConfiguration>(BotOptions.Bind).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();

        services.AddHostedService<OpenStorage>();
        services.AddStorage(Database.Resolve(configuration));
        services.AddTime();
        services.AddConversation(Paths.Content);
        services.AddSingleton(Pace);
        services.AddSingleton(Leases);
        services.AddChannels();
        services.AddDirectLine();
        services.AddMessages();
        services.AddConnector();
        services.AddOptions<MessagesOptions>().Configure<IOptions<BotOptions>>((messages, bot) => messages.Mode = bot.Value.InboundMode);
        services.AddNudging();

        services.AddHostedService<LoopbackOnly>();
        services.AddHostedService<SayWhere>();
        services.AddHealth();
        HttpLimits.Add(services);
        services.AddTelemetry(configuration);
        return services;
    }

    // A lane asks for permits as it needs them, so little is ever caught up on: no second sees more than the rate and two.
    private static PaceOptions Pace(IServiceProvider services)
    {
        var nudges = services.GetRequiredService<IOptions<NudgeOptions>>().Value;
        return new(lane => lane == PaceOptions.ReplyLane ? 0 : nudges.PerTenantPerSecond, Duration.FromMilliseconds(60));
    }

    private static LeaseOptions Leases(IServiceProvider services) =>
        new(Duration.FromTimeSpan(services.GetRequiredService<IOptions<NudgeOptions>>().Value.Lease));

    /// <summary>The time, where the memory has none of its own.</summary>
    public static IServiceCollection AddTime(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClock>(provider => provider.GetRequiredService<TimeProvider>().ToClock());
        services.TryAddSingleton(DateTimeZoneProviders.Tzdb);
        return services;
    }

    public static void MapWalkBuddy(this WebApplication app)
    {
        app.UsePageSecurity();
        app.UseRequestTimeouts();
        app.MapHealth();
        app.MapMetrics();
        app.MapDirectLine();
        app.MapMessages();
        app.MapChatPage();
    }
}
