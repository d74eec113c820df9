using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Operations;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Terminal.Preview;

namespace WalkBuddyBot.Terminal;

/// <summary>
/// <c>nudges</c>: an operator's word over all reminders. It is stored, so the service obeys it whether it runs now or later.
/// </summary>
internal static class NudgesCommand
{
    /// <summary>The exit code of a command that could not do what it was asked.</summary>
    public const int Refused = 2;

    public static Command Create() => new("nudges", "Reminders: hold and release them all, and see what is going to be sent.")
    {
        Word("hold", "Holds all reminders, within two seconds and over restarts. Replies go out as ever.", hold => hold.HoldAsync),
        Word("release", "Lets reminders go out again. What came too late meanwhile was dropped and counted.", hold => hold.ReleaseAsync),
        Word("status", "Says whether reminders are held.", _ => _ => Task.CompletedTask),
        PreviewCommand.Create(),
    };

    private static Command Word(string word, string what, Func<INudgeHold, Func<CancellationToken, Task>> does)
    {
        var command = new Command(word, what);
        command.SetAction((_, cancellationToken) => WithDatabaseAsync(
            _ => { },
            async services =>
            {
                var hold = services.GetRequiredService<INudgeHold>();
                await does(hold)(cancellationToken);
                await Console.Out.WriteLineAsync(Words(await hold.SinceAsync(cancellationToken)));
                return 0;
            },
            cancellationToken));
        return command;
    }

    /// <summary>Runs on the service's memory.</summary>
    public static Task<int> WithDatabaseAsync(
        Action<IServiceCollection> also, Func<IServiceProvider, Task<int>> run, CancellationToken cancellationToken) =>
        TryAsync(async () =>
        {
            await using var services = Rooms.WithDatabase(also);
            await services.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Command, cancellationToken);
            return await run(services);
        });

    /// <summary>Runs; what speaks against it is one sentence and the exit code 2.</summary>
    public static async Task<int> TryAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception refusal) when (StartRefusal.Explain(refusal) is { } why)
        {
            await Console.Error.WriteLineAsync(why);
            return Refused;
        }
    }

    private static string Words(Instant? since) => since is { } at
        ? $"Reminders are held since {InstantPattern.General.Format(at)}. 'nudges release' lets them go out again."
        : "Reminders go out.";
}
