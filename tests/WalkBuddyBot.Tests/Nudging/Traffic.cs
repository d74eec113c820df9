using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>Some nodes at the doors of one memory, one pace and one channel, and what that channel saw.</summary>
internal sealed class Traffic : IDisposable
{
    private readonly List<NudgeWorld> _nodes = [];
    private readonly OneThread _thread;

    public Traffic(int nodes = 1, double perSecond = 25)
    {
        Clock = new FakeClock(Some.At(10, 30));
        Outbox = new FakeOutbox(Clock, Some.Facts(Some.Person() with { Plan = Plan.Default with { MostPerDay = 100_000 } }));
        Pace = new EvenPace(Clock, perSecond);
        _thread = new OneThread(Time, Clock);
        for (var i = 0; i < nodes; i++)
        {
            var node = new NudgeWorld(pace: Pace, outbox: Outbox, clock: Clock, time: Time, composer: new OneWord());
            node.Courier.LaneWaits = row => LaneWaits(row);
            node.Courier.Deliver = async (row, _) =>
            {
                Calls.Add((Clock.GetCurrentInstant(), row));
                return await Answer(row);
            };
            _nodes.Add(node);
        }
    }

    public FakeClock Clock { get; }

    public FakeTimeProvider Time { get; } = new();

    public FakeOutbox Outbox { get; }

    public EvenPace Pace { get; }

    public IReadOnlyList<NudgeWorld> Nodes => _nodes;

    public List<(Instant At, Outgoing Row)> Calls { get; } = [];

    public Func<Outgoing, Task<Outgoing>> Answer { get; set; } = row => Task.FromResult(Sent(row));

    public Func<Outgoing, Duration?> LaneWaits { get; set; } = _ => null;

    public static Outgoing Sent(Outgoing row) => row with { State = OutgoingState.Sent, Attempts = row.Attempts + 1 };

    /// <summary>The most calls of one lane in any second.</summary>
    public int Peak(string lane = "contoso")
    {
        var times = Calls.Where(call => call.Row.Lane == lane).Select(call => call.At).Order().ToList();
        return times.Select((at, i) => times.Skip(i).TakeWhile(other => other < at + Duration.FromSeconds(1)).Count()).DefaultIfEmpty().Max();
    }

    /// <summary>Nudges that are due just now.</summary>
    public Outgoing[] Crowd(int count, string lane = "contoso") => _nodes[0].Waiting(count, lane)
        .Select(row => row with { NotBefore = Clock.GetCurrentInstant(), Stale = Clock.GetCurrentInstant() + Duration.FromHours(1) }).ToArray();

    public void Pass(double seconds) => _thread.Pass(TimeSpan.FromSeconds(seconds), () => _nodes.ForEach(node => _ = BeatAsync(node)));

    public void Do(Action deed) => _thread.Pass(TimeSpan.FromMilliseconds(5), deed);

    public void Dispose() => _nodes.ForEach(node => node.Dispose());

    private static async Task BeatAsync(NudgeWorld node) => await node.Door.OpenAsync(CancellationToken.None);

    private sealed class OneWord : INudgeComposer
    {
        public NudgeKind Kind => NudgeKind.Walk;

        public Duration Grace => Duration.FromHours(1);

        public Verdict Compose(Outgoing nudge, PersonFacts facts, Instant now) => new Verdict.Send(Reply.Say("A walk?"), Kind, Tip: null);
    }
}
