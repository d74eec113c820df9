using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>Wires what both ways in share.</summary>
internal static class TurnsWiring
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.TryAddSingleton<TurnServices>();
        return services;
    }
}
