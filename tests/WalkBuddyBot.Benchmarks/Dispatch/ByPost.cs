using WalkBuddyBot.Benchmarks.Dispatch.Databases;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>The whole way out, connector included, to a channel on this machine; beside what a bare client posts to it.</summary>
internal sealed class ByPost(Engine engine, Report report, Receiver receiver)
{
    private const int Rounds = 3;
    private const int Warm = 1_000;
    private const int Due = 10_000;

    public async Task RunAsync(double least)
    {
        const string Crowd = "crowd_post";
        await Child.RunAsync(Cases.Crowd, engine, Crowd, Child.Word((Warm + Due) * 2), receiver.Url);
        var shares = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var ours = await OursAsync(Crowd);
            var raw = await RawAsync();
            shares.Add(raw[Measured.Seconds] / ours[Measured.Seconds]);
        }

        await engine.DropAsync(Crowd);
        report.AtLeast(
            engine.Name, $"{Due} by POST at 16 in flight, share of bare POSTs", 100 * shares.Order().ElementAt(Rounds / 2), 100 * least, " %");
    }

    private async Task<Measured> OursAsync(string crowd)
    {
        const string Database = "round_post";
        await engine.CopyAsync(crowd, Database);
        receiver.Take();
        var measured = await Child.RunAsync(Cases.Post, engine, Database, Child.Word(Warm), Child.Word(Due));
        measured = measured with { Wrong = receiver.Wrong(Warm + Due) ?? measured.Wrong };
        report.Case(engine.Name, $"WalkBuddy, {Due} due, by POST", Due, measured);
        await engine.DropAsync(Database);
        return measured;
    }

    private async Task<Measured> RawAsync()
    {
        var body = Path.GetTempFileName();
        await File.WriteAllBytesAsync(body, receiver.Sample);
        var measured = await Child.RunAsync(Cases.Raw, engine, "none", receiver.Url, body, Child.Word(Warm), Child.Word(Due));
        File.Delete(body);
        measured = measured with { Wrong = receiver.Wrong(Warm + Due) };
        report.Case(engine.Name, $"bare POSTs of the same body, {receiver.Sample.Length} bytes", Due, measured);
        return measured;
    }
}
