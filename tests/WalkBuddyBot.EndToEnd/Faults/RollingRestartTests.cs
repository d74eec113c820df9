using WalkBuddyBot.EndToEnd.Faults.Seeding;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>The service is asked to end, as a deployment asks, again and again while it sends a hundred a second.</summary>
public sealed class RollingRestartTests(ITestOutputHelper output)
{
    private static readonly TimeSpan MostToEnd = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Fifty a second is the most a tenant takes.
    private static readonly (string, string?)[] HundredASecond = [("Nudges__PerTenantPerSecond", "50")];

    [Fact]
    public async Task A_restart_in_the_middle_of_sending_loses_nothing_and_doubts_nothing()
    {
        var random = new Random(Sizes.Seed);
        await using var drill = await Drill.BeginAsync();
        var crowd = SeededPerson.Crowd(Sizes.Of(400, 3_000), drill.Soon, tenants: 2);
        List<int> ends = [.. Enumerable.Range(0, Sizes.Of(2, 10)).Select(_ => random.Next(1, crowd.Count)).Order()];
        await drill.SeedAsync(crowd);
        drill.SetClock(crowd[0].Due);
        drill.Launch(settings: HundredASecond);
        var longest = TimeSpan.Zero;
        foreach (var end in ends)
        {
            await drill.Connector.AcceptedAsync(end).WaitAsync(Patience);
            await drill.Service.ReadyAsync();
            var asked = TimeProvider.System.GetTimestamp();
            await drill.Service.TerminateAsync();
            Assert.Equal(0, await drill.Service.ExitAsync());
            var took = TimeProvider.System.GetElapsedTime(asked);
            longest = took > longest ? took : longest;
            Assert.DoesNotContain(await drill.RowsAsync(), row => row.State is "Leased" or "Sending");
            drill.Launch(settings: HundredASecond);
        }

        await drill.SettledAsync(crowd.Count);
        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);

        output.WriteLine($"Seed {Sizes.Seed}, ended at {string.Join(' ', ends)}: {judgement}; the longest end took {longest.TotalSeconds:F1} s.");
        Assert.True(judgement.IsSound && judgement.Uncertain.Count == 0, $"Seed {Sizes.Seed}: {judgement}");
        Assert.InRange(longest, TimeSpan.Zero, MostToEnd);
    }
}
