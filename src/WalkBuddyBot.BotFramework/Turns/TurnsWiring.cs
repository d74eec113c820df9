using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>Wires what both ways in share.</summary>
internal static class TurnsWiring
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.TryAddSingleton<TurnServices>();

        // A memory that several nodes share brings its own.
        services.TryAddSingleton<IBell, NoBell>();
        return services;
    }
}
