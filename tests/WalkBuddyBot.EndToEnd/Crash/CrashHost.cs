using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.EndToEnd.Faults;
using WalkBuddyBot.Terminal;

namespace WalkBuddyBot.EndToEnd.Crash;

/// <summary>
/// The real service as a process that kills itself, without a last word, at a named step. It is started by the tests as
/// <c>WalkBuddyBot.EndToEnd.dll --crash-at POINT --later SECONDS</c> with the service's own settings behind it. Its clock is so many
/// seconds ahead, so that what was asked for "in 1 minute" is due at once; or it is <see cref="SteeredClock">in the test's hands</see>.
/// </summary>
internal static class CrashHost
{
    private static string _stopped = "";

    public static async Task<int> RunAsync(string[] args)
    {
        if (CrashOptions.Of(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(
                $"Use: --crash-at POINT --later SECONDS | --clock FILE, POINT one of {string.Join(", ", CrashPoint.All)}.");
            return 2;
        }

        using var steered = options.Clock is { } file ? new SteeredClock(file) : null;
        return await Service.RunAsync(options.Rest, services =>
        {
            var point = options.Point;
            services.AddSingleton<TimeProvider>(steered is not null
                ? steered
                : new ShiftedClock(TimeProvider.System, Duration.FromSeconds(options.SecondsAhead)));
            if (steered is not null)
            {
                // PostgreSQL would have a clock of its own.
                services.AddSingleton<NodaTime.IClock>(steered.ToClock());
            }

            services.Wrap<IConversationStore>(inner => new CrashingConversations(inner, point));
            services.Wrap<ITurns>(inner => new CrashingTurns(inner, point));
            services.Wrap<IPlan>(inner => new CrashingPlan(inner, point));
            services.Wrap<IOutbox>(inner => new CrashingOutbox(inner, point));
        });
    }

    /// <summary>SIGKILL to ourselves: nothing is flushed, closed or said. Or, where that was asked for, SIGSTOP, once.</summary>
    public static void DieAt(string here, string armed)
    {
        if (here == armed)
        {
            Process.GetCurrentProcess().Kill();
            using var never = new ManualResetEventSlim();
            never.Wait();
        }

        if (armed == CrashOptions.StopPrefix + here && Interlocked.Exchange(ref _stopped, here) != here)
        {
            using var stop = Process.Start("kill", ["-STOP", $"{Environment.ProcessId}"]);
            stop.WaitForExit();
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
