using System.Diagnostics;
using System.Globalization;
using WalkBuddyBot.EndToEnd.Crash;
using WalkBuddyBot.Tests.Shared;
using Xunit.Abstractions;

namespace WalkBuddyBot.EndToEnd.Nodes;

/// <summary>
/// A tab at each of two nodes, one of them killed: nothing is lost, nothing comes twice, and what is said is seen within a second.
/// </summary>
public sealed class TwoNodesTests(ITestOutputHelper output)
{
    // 128 + SIGKILL.
    private const int Killed = 137;

    private const int Rounds = 20;

    // What is promised is one second; a machine that runs other tests beside may stumble now and then, so one in twenty may take longer.
    private static readonly TimeSpan Seen = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Stumble = TimeSpan.FromSeconds(60);

    public static TheoryData<string> StepsOfATurn => [.. CrashPoint.OfATurn];

    [PostgresFact]
    public async Task What_is_said_at_either_is_seen_at_both_and_a_killed_node_takes_nothing_with_it()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await Task.WhenAll(nodes.StartAsync(nodes.One), nodes.StartAsync(nodes.Other));
        await nodes.OpenAsync();
        var said = new List<(string Text, long At)>();
        for (var round = 0; round < Rounds; round++)
        {
            await SayAsync(round % 2 == 0 ? nodes.AtOne : nodes.AtOther, $"question {round}", said);
            await nodes.AtOther.UntilAsync(shown => IsAnswered(shown, $"question {round}"));
        }

        await nodes.AtOne.UntilAsync(shown => IsAnswered(shown, $"question {Rounds - 1}"));
        Report("at the other tab", Delays(nodes.AtOther, said));
        Report("at the one tab", Delays(nodes.AtOne, said));

        // Killed over a message it took: the other node runs it, and goes on.
        await SayAsync(nodes.AtOne, "the last word", said);
        await nodes.One.KillAsync();
        await SayAsync(nodes.AtOther, "and on", said);
        await nodes.AtOther.UntilAsync(shown => IsAnswered(shown, "the last word") && IsAnswered(shown, "and on"));
        Report("at the other tab, over the kill", Delays(nodes.AtOther, said[Rounds..]));

        await nodes.StartAsync(nodes.One);
        await nodes.AtOne.ComeBackAsync();
        await SayAsync(nodes.AtOne, "here again", said);
        await nodes.AtOne.UntilAsync(shown => IsAnswered(shown, "here again"));
        await nodes.AtOther.UntilAsync(shown => IsAnswered(shown, "here again"));
        var transcript = await nodes.AtOther.TranscriptAsync();
        Assert.Equal(said.Select(one => one.Text).Order(), transcript.Where(line => !line.FromBot).Select(line => line.Text).Order());
        Assert.Equal(said.Count + 1, transcript.Count(line => line.FromBot));
        Assert.Equal(transcript.Order(ById), Lines(nodes.AtOne));
        Assert.Equal(transcript.Order(ById), Lines(nodes.AtOther));
    }

    [PostgresTheory]
    [MemberData(nameof(StepsOfATurn))]
    public async Task A_message_whose_node_died_over_it_is_answered_once_by_the_other(string at)
    {
        await using var nodes = await TwoNodes.CreateAsync();
        nodes.One.Launch(
            [typeof(CrashHost).Assembly.Location, "--crash-at", at, "--later", "0", "--urls", nodes.One.Address.ToString()],
            nodes.Database);
        await Task.WhenAll(nodes.One.ReadyAsync(), nodes.StartAsync(nodes.Other));
        await nodes.AtOther.OpenAsync();
        await nodes.AtOther.UntilAsync(shown => shown.Count == 1);
        await nodes.AtOne.OpenAsync();

        var began = Stopwatch.GetTimestamp();
        await nodes.AtOne.TrySayAsync("help");
        Assert.Equal(Killed, await nodes.One.ExitAsync());
        var shown = await nodes.AtOther.UntilAsync(shown => shown.Count >= 3);
        output.WriteLine($"{at}: answered after {Stopwatch.GetElapsedTime(began, shown[2].At).TotalSeconds:F1} s");
        await nodes.AtOther.SayAsync("thanks");
        shown = await nodes.AtOther.UntilAsync(shown => shown.Count >= 5);

        Assert.Equal([true, false, true, false, true], shown.Select(one => one.Line.FromBot));
        Assert.Equal(shown.Select(one => one.Line), await nodes.AtOther.TranscriptAsync());
    }

    [PostgresFact]
    public async Task A_node_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing()
    {
        var kills = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full" ? 20 : 2;
        await using var nodes = await TwoNodes.CreateAsync();
        await Task.WhenAll(nodes.StartAsync(nodes.One), nodes.StartAsync(nodes.Other));
        List<Talker> talkers = [.. Enumerable.Range(0, 5).Select(_ => new Talker(nodes))];
        await Task.WhenAll(talkers.Select(talker => talker.OpenAsync()));
        using var enough = new CancellationTokenSource();
        var talking = Task.WhenAll(talkers.Select(talker => talker.TalkAsync(enough.Token)));

        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1000 + (kill * 137)), TimeProvider.System);
            await nodes.One.KillAsync();
            await nodes.StartAsync(nodes.One);
            await Task.WhenAll(talkers.Select(talker => talker.AtOne.ComeBackAsync()));
        }

        await enough.CancelAsync();
        await talking;
        foreach (var talker in talkers)
        {
            await JudgeAsync(talker);
            talker.Dispose();
        }

        var said = talkers.Sum(talker => talker.Said.Count);
        var delays = talkers.SelectMany(talker => Delays(talker.AtOther, talker.Said)).Order().ToList();
        output.WriteLine($"{said} messages over {kills} kills, seen at the other tab: {Figures(delays)}");
        Assert.Equal(said, await nodes.CountAsync("SELECT count(*) FROM walk"));
        Assert.Equal(0, await nodes.CountAsync("SELECT count(*) FROM inbox WHERE state = 'Waiting'"));
    }

    private static async Task JudgeAsync(Talker talker)
    {
        var all = 1 + (2 * talker.Said.Count);
        await talker.AtOther.UntilAsync(shown => shown.Count >= all);
        await talker.AtOne.UntilAsync(shown => shown.Count >= all);
        var transcript = (await talker.AtOther.TranscriptAsync()).Order(ById).ToList();

        // A page of history is the newest 200; the tabs were open from the beginning.
        var newest = transcript.Count;
        Assert.Equal(all, talker.AtOther.Shown.Count);
        Assert.Equal(talker.Said.Select(one => one.Text).Order(), Texts(talker.AtOther).Order());
        Assert.Equal(transcript, Lines(talker.AtOther).TakeLast(newest));
        Assert.Equal(Lines(talker.AtOther), Lines(talker.AtOne));
    }

    private static IEnumerable<Line> Lines(NodeTab tab) => tab.Shown.Select(shown => shown.Line).Order(ById);

    private static IEnumerable<string> Texts(NodeTab tab) =>
        tab.Shown.Select(shown => shown.Line).Where(line => !line.FromBot).Select(line => line.Text);

    private static IComparer<Line> ById => Comparer<Line>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id));

    private static async Task SayAsync(NodeTab tab, string text, List<(string, long)> said) => said.Add((text, await tab.SayAsync(text)));

    // Whatever the bot says to it, it says once, and behind it.
    private static bool IsAnswered(IReadOnlyList<(Line Line, long At)> shown, string text)
    {
        var said = shown.Select(one => one.Line).ToList().FindIndex(line => line.Text == text && !line.FromBot);
        return said >= 0 && shown.Count(one => one.Line.FromBot) > shown.Count(one => !one.Line.FromBot);
    }

    private static List<TimeSpan> Delays(NodeTab tab, List<(string Text, long At)> said)
    {
        var shown = tab.Shown;
        return [.. said.Select(one => Stopwatch.GetElapsedTime(one.At, shown.First(seen => seen.Line.Text == one.Text).At)).Order()];
    }

    private void Report(string where, List<TimeSpan> delays)
    {
        output.WriteLine($"seen {where}: {Figures(delays)}");
        Assert.True(delays[(delays.Count - 1) * 19 / 20] <= Seen, $"Seen {where} too late: {string.Join(", ", delays)}");
        Assert.True(delays[^1] <= Stumble, $"Seen {where} far too late: {string.Join(", ", delays)}");
    }

    private static string Figures(List<TimeSpan> delays) => string.Create(
        CultureInfo.InvariantCulture,
        $"median {delays[delays.Count / 2].TotalMilliseconds:F0} ms, "
        + $"95 % within {delays[(delays.Count - 1) * 19 / 20].TotalMilliseconds:F0} ms, longest {delays[^1].TotalMilliseconds:F0} ms");
}
