using WalkBuddyBot.EndToEnd.Faults.Judging;
using WalkBuddyBot.EndToEnd.Faults.Seeding;
using WalkBuddyBot.Tests.Shared;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>PostgreSQL goes away, or ends the service's connections, while everybody is being reminded and somebody talks.</summary>
public sealed class PostgresAwayTests(ITestOutputHelper output)
{
    private const int Tenants = 3;
    private const int PerSecond = 25;

    // What a mark whose answer was lost leaves in doubt: a lane marks no more than four at once at this pace, and there is the web's.
    private const int MostInDoubtAtOnce = 4 * (Tenants + 1);

    private static readonly (string, string?) Pace = ("Nudges__PerTenantPerSecond", $"{PerSecond}");

    [PostgresFact]
    public async Task A_server_that_stops_turns_readiness_red_and_when_it_is_back_everything_goes_on_by_itself()
    {
        var began = TimeProvider.System.GetTimestamp();
        var postgres = await PrivatePostgres.StartAsync();
        await using var drill = await Drill.BeginAsync(_ => Task.FromResult<IFaultDatabase>(postgres));
        var crowd = SeededPerson.Crowd(Sizes.Of(300, 6_000), drill.Soon, webEach: 6, Tenants);
        using var talker = new Talker(drill);
        using var over = new CancellationTokenSource();
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Pace);
        await talker.ArriveAsync();
        var talk = talker.TalkAsync(over.Token);
        drill.SetClock(crowd[0].Due);

        await drill.Connector.AcceptedAsync(crowd.Count / 3);
        await postgres.Server.StopAsync();
        await Readiness.RedAsync(drill);
        await Task.Delay(TimeSpan.FromSeconds(Sizes.Of(1, 60)), TimeProvider.System);
        await postgres.Server.StartAgainAsync();
        await Readiness.GreenAsync(drill);

        await drill.SettledAsync(crowd.Count);
        await over.CancelAsync();
        var said = await talk;
        await talker.AnsweredAsync();
        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        Say($"Stopped once: {judgement}; said {said} on each side", began);
        AssertSound(judgement, MostInDoubtAtOnce);
    }

    [PostgresFact]
    public async Task Connections_killed_again_and_again_lose_nothing_and_double_nothing()
    {
        var began = TimeProvider.System.GetTimestamp();
        var postgres = await PrivatePostgres.StartAsync();
        await using var drill = await Drill.BeginAsync(_ => Task.FromResult<IFaultDatabase>(postgres));
        var crowd = SeededPerson.Crowd(Sizes.Of(300, 3_000), drill.Soon, webEach: 6, Tenants);
        var kills = Sizes.Of(20, 100);
        var behindConnector = crowd.Count(person => !person.Web);
        using var talker = new Talker(drill);
        using var over = new CancellationTokenSource();
        await drill.SeedAsync(crowd);
        await drill.StartAsync(settings: Pace);
        await talker.ArriveAsync();
        var talk = talker.TalkAsync(over.Token);
        drill.SetClock(crowd[0].Due);

        for (var kill = 1; kill <= kills; kill++)
        {
            await drill.Connector.AcceptedAsync(kill * behindConnector / (kills + 1));
            await postgres.KillConnectionsAsync();
        }

        await Readiness.GreenAsync(drill);
        await drill.SettledAsync(crowd.Count);
        await over.CancelAsync();
        var said = await talk;
        await talker.AnsweredAsync();
        var judgement = await drill.JudgeAsync([.. crowd.Select(person => person.At(person.Due))]);
        Say($"{kills} times all connections killed: {judgement}; said {said} on each side", began);
        AssertSound(judgement, kills * MostInDoubtAtOnce);
    }

    private static void AssertSound(Judgement judgement, int mostInDoubt)
    {
        Assert.True(judgement.IsSound, judgement.ToString());
        Assert.InRange(judgement.Uncertain.Count, 0, mostInDoubt);
        Assert.DoesNotContain(judgement.Lost, name => name.StartsWith("web", StringComparison.Ordinal));
    }

    private void Say(string what, long began) => output.WriteLine($"{what}; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s.");
}
