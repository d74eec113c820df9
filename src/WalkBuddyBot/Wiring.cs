using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.BotFramework;
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

        services.AddTime();
        services.AddConversation(Paths.Content);
        services.AddStorage(Database.Resolve(configuration));
        services.AddChannels();
        services.AddDirectLine();
        services.AddNudging();

        services.AddHostedService<OpenStorage>();
        services.AddHostedService<SayWhere>();
        services.AddHealth();
        return services;
    }

    public static IServiceCollection AddTime(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<TimeProvider>().ToClock());
        services.AddSingleton(DateTimeZoneProviders.Tzdb);
        return services;
    }

    public static void MapWalkBuddy(this WebApplication app)
    {
        app.UsePageSecurity();
        app.UseWebSockets();
        app.MapHealth();
        app.MapDirectLine();
        app.MapChatPage();
    }
}
