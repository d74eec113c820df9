namespace WalkBuddyBot.EndToEnd.Crash;

/// <summary>The process is killed, really, after each step of a turn and of a nudge: nothing is lost, and nothing comes twice.</summary>
public sealed class CrashTests
{
    private const string Question = "why does walking help my back?";

    // 128 + SIGKILL: it died where it was told to, not of something else.
    private const int Killed = 137;

    public static TheoryData<string> StepsOfATurn => [.. CrashPoint.OfATurn];

    public static TheoryData<string> StepsOfANudge => [.. CrashPoint.OfANudge];

    [Theory]
    [MemberData(nameof(StepsOfATurn))]
    public async Task A_message_is_answered_once_though_the_process_died(string at)
    {
        using var service = new ServiceProcess();
        using var visitor = new LineVisitor(service.Address);
        service.StartToCrash(at, secondsAhead: 0);
        await service.ReadyAsync();
        await visitor.ArriveAsync();
        await visitor.UntilAsync(lines => lines.Any(line => line.FromBot));
        await visitor.SayAsync(Question);
        Assert.Equal(Killed, await service.ExitAsync());

        await service.StartAsync();
        await visitor.UntilAsync(lines => lines.Count(line => line.FromBot) >= 2);
        await visitor.SayAsync("help");
        var lines = await visitor.UntilAsync(lines => lines.Count(line => line.FromBot) >= 3);

        Assert.Single(lines, line => line.Text == Question);
        Assert.Single(lines, line => line.FromBot && line.Text.Contains("gentle exercise", StringComparison.Ordinal));
        Assert.Equal(3, lines.Count(line => line.FromBot));
        Assert.Equal(lines.Count, lines.Select(line => line.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(StepsOfANudge))]
    public async Task A_nudge_comes_once_though_the_process_died(string at)
    {
        using var service = new ServiceProcess();
        using var visitor = new LineVisitor(service.Address);
        await service.StartAsync();
        await visitor.ArriveAsync();
        await visitor.SayAsync("remind me in 1 minute");
        await visitor.UntilAsync(lines => lines.Count(line => line.FromBot) >= 2);
        await service.KillAsync();

        service.StartToCrash(at, secondsAhead: 61);
        Assert.Equal(Killed, await service.ExitAsync());
        service.StartToCrash(CrashPoint.Never, secondsAhead: 80);
        await service.ReadyAsync();
        var rung = await visitor.UntilAsync(lines => lines.Any(line => line.IsCard));
        await visitor.SayAsync("I walked");
        var after = await visitor.UntilAsync(lines => lines.Any(line => line.FromBot && line.Text.Contains("in 1 walk", StringComparison.Ordinal)));

        Assert.Single(rung, line => line.IsCard);
        Assert.Single(after, line => line.IsCard);
    }
}
