using WalkBuddyBot.Benchmarks.Dispatch.Databases;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>So many people are due at once: the service beside the plain design, in turn, so that a slow stretch of the machine meets both.</summary>
/// <param name="engine">On this database.</param>
/// <param name="report">Where it is told.</param>
/// <param name="ours">Whether the service runs on it.</param>
internal sealed class AgainstPeer(Engine engine, Report report, bool ours)
{
    private const int Rounds = 3;
    private const int Warm = 1_000;

    /// <summary>The most memory that the service took, median of the rounds.</summary>
    public double Megabytes { get; private set; }

    public async Task RunAsync(int due, double least, string serviceUrl, bool alsoDefault)
    {
        var (crowd, tables) = ($"crowd_{due}", $"peer_{due}");
        await Child.RunAsync(Cases.PeerTables, engine, tables, Child.Word(Warm + due));
        if (ours)
        {
            await Child.RunAsync(Cases.Crowd, engine, crowd, Child.Word((Warm + due) * 2), serviceUrl);
        }

        var (own, peer) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round < Rounds; round++)
        {
            if (ours && round % 2 == 0)
            {
                own.Add(await OursAsync(crowd, due));
            }

            peer.Add(await PeerAsync(Cases.PeerTuned, "trigger per person, tuned, counts only", tables, due));
            if (ours && round % 2 == 1)
            {
                own.Add(await OursAsync(crowd, due));
            }
        }

        if (alsoDefault)
        {
            await PeerAsync(Cases.PeerDefault, "trigger per person, as it comes, counts only", tables, due);
        }

        await engine.DropAsync(tables);
        await engine.DropAsync(crowd);
        if (ours)
        {
            Megabytes = Middle(own, one => one[Measured.Megabytes]);
            var ratio = Middle(peer, one => one[Measured.Seconds]) / Middle(own, one => one[Measured.Seconds]);
            report.AtLeast(engine.Name, $"{due} due, times as fast as the tuned peer (medians)", ratio, least, "x");
        }
    }

    private async Task<Measured> OursAsync(string crowd, int due)
    {
        const string Database = "round_ours";
        await engine.CopyAsync(crowd, Database);
        var measured = await Child.RunAsync(
            Cases.Ours, engine, Database, Child.Word(Warm), Child.Word(due), Child.Word(2), Child.Word(0));
        report.Case(engine.Name, $"WalkBuddy, {due} due, gates, words, ledger", due, measured);
        await engine.DropAsync(Database);
        return measured;
    }

    private async Task<Measured> PeerAsync(string which, string what, string tables, int due)
    {
        const string Database = "round_peer";
        await engine.CopyAsync(tables, Database);
        var measured = await Child.RunAsync(which, engine, Database, Child.Word(Warm), Child.Word(due));
        report.Case(engine.Name, $"{what}, {due} due", due, measured);
        await engine.DropAsync(Database);
        return measured;
    }

    private static double Middle(List<Measured> rounds, Func<Measured, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
