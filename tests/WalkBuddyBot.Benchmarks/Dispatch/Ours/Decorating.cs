using Microsoft.Extensions.DependencyInjection;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>Puts something around a part that is already registered.</summary>
internal static class Decorating
{
    public static void Decorate<T>(this IServiceCollection services, Func<T, T> around)
        where T : class
    {
        var last = services.Last(service => service.ServiceType == typeof(T));
        services.AddSingleton(provider => around((T)(last.ImplementationInstance
            ?? last.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, last.ImplementationType!))));
    }
}
