using System.Collections.Immutable;
using System.Diagnostics;

namespace WalkBuddyBot.Benchmarks;

/// <summary>The same work on each message, over some rounds. The first runs of the code are not counted.</summary>
internal sealed class Repeated
{
    private const int WarmUp = 400;

    private readonly ImmutableArray<string> _messages;
    private readonly Action<string> _work;
    private readonly List<double[]> _rounds = [];

    public Repeated(ImmutableArray<string> messages, Action<string> work)
    {
        _messages = messages;
        _work = work;
        foreach (var message in messages.Take(WarmUp))
        {
            work(message);
        }
    }

    /// <summary>Each message by the shortest of its rounds: what it costs when nobody else wants the core.</summary>
    public Figures Undisturbed => Of([.. _messages.Select((_, i) => _rounds.Min(round => round[i]))]);

    /// <summary>Every message of every round, whatever else the machine did.</summary>
    public Figures AsItCame => Of([.. _rounds.SelectMany(round => round)]);

    public void Round()
    {
        var took = new double[_messages.Length];
        for (var i = 0; i < took.Length; i++)
        {
            var from = Stopwatch.GetTimestamp();
            _work(_messages[i]);
            took[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        _rounds.Add(took);
    }

    private static Figures Of(double[] took) => Figures.Of(took, TimeSpan.FromMilliseconds(took.Sum()));
}
