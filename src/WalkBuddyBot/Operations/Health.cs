using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace WalkBuddyBot.Operations;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. Both say one word and no detail.</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<MemoryIsReady>("memory", tags: [Ready])
            .AddCheck<ClockSpeaks>("clock", tags: [Ready]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
