using NodaTime;
using WalkBuddyBot.EndToEnd.Crash;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A process that is stopped in the middle of its work and goes on half a minute later, as a machine that was put to sleep.</summary>
public sealed class StoppedNodeTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(CrashPoint.AfterLease)]
    [InlineData(CrashPoint.AfterMark)]
    [InlineData(CrashPoint.AfterSend)]
    public async Task What_was_in_its_hands_is_sent_once_or_named(string at)
    {
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(Sizes.Of(60, 5_000), drill.Soon);
        await drill.SeedAsync(crowd);
        drill.SetClock(crowd[0].Due);
        drill.Launch(CrashOptions.StopPrefix + at);
        await Until.TrueAsync(() => Task.FromResult(drill.Service.IsStopped()), Patience, () => $"It never stopped:\n{drill.Service.Said}");

        var sleep = Duration.FromSeconds(30);
        await SleepAsync(drill, sleep);
        var resumed = drill.Now;
        await drill.Service.SignalAsync("CONT");
        await drill.SettledAsync(crowd.Count);

        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        var after = (await drill.Connector.CallsAsync()).Count(call => call.Utc >= resumed.ToUnixTimeMilliseconds());
        output.WriteLine($"Stopped {at}: {judgement}; {after} sent after it went on.");
        Assert.True(judgement.IsSound, $"{judgement}");
        Assert.InRange(judgement.Uncertain.Count, 0, 16);
    }

    // Whole, it lasts; bounded, the wall clock alone goes on. A node must bear both: timers that have run out, and timers that have not.
    private static async Task SleepAsync(Drill drill, Duration length)
    {
        if (Sizes.Full)
        {
            await Task.Delay(length.ToTimeSpan(), TimeProvider.System);
        }
        else
        {
            drill.SetClock(drill.Now + length);
        }
    }
}
