using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Terminal;

namespace WalkBuddyBot.EndToEnd.Crash;

/// <summary>
/// The real service as a process that kills itself, without a last word, at a named step. It is started by the tests as
/// <c>WalkBuddyBot.EndToEnd.dll --crash-at POINT --later SECONDS</c> with the service's own settings behind it. Its clock is so many
/// seconds ahead, so that what was asked for "in 1 minute" is due at once.
/// </summary>
internal static class CrashHost
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not ["--crash-at", var point, "--later", var later, .. var rest] || !int.TryParse(later, CultureInfo.InvariantCulture, out var seconds))
        {
            await Console.Error.WriteLineAsync($"Use: --crash-at POINT --later SECONDS, POINT one of {string.Join(", ", CrashPoint.All)}.");
            return 2;
        }

        return await Service.RunAsync(rest, services =>
        {
            services.AddSingleton<TimeProvider>(new ShiftedClock(TimeProvider.System, Duration.FromSeconds(seconds)));
            services.Wrap<IConversationStore>(inner => new CrashingConversations(inner, point));
            services.Wrap<ITurns>(inner => new CrashingTurns(inner, point));
            services.Wrap<IPlan>(inner => new CrashingPlan(inner, point));
            services.Wrap<IOutbox>(inner => new CrashingOutbox(inner, point));
        });
    }

    /// <summary>SIGKILL to ourselves: nothing is flushed, closed or said.</summary>
    public static void DieAt(string here, string armed)
    {
        if (here == armed)
        {
            Process.GetCurrentProcess().Kill();
            using var never = new ManualResetEventSlim();
            never.Wait();
        }
    }

    private static void Wrap<T>(this IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var old = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(old);
        services.AddSingleton(provider => wrap((T)(
            old.ImplementationInstance
            ?? old.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, old.ImplementationType!))));
    }
}
