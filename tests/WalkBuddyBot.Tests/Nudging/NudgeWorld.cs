using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Nudging.Planning;
using WalkBuddyBot.Nudging.Sending;
using WalkBuddyBot.Nudging.Walks;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>The whole room over ports in memory, at 10:30 on a Monday.</summary>
internal sealed class NudgeWorld : IDisposable
{
    public NudgeWorld(
        PersonFacts? facts = null,
        int permits = int.MaxValue,
        INudgeComposer? composer = null,
        int lanesAtOnce = 4,
        NudgeOptions? options = null,
        IPace? pace = null,
        FakeOutbox? outbox = null,
        FakeClock? clock = null,
        FakeTimeProvider? time = null,
        ICourier? courier = null)
    {
        Clock = clock ?? new FakeClock(Some.At(10, 30));
        Time = time ?? new FakeTimeProvider();
        Outbox = outbox ?? new FakeOutbox(Clock, facts ?? Some.Facts(Some.Person() with { Plan = Plan.Default with { MostPerDay = 1000 } }));
        Hold = new FakeHold(Clock, Outbox);
        Schedules = new FakePlan(Clock);
        Pace = new FakePace { Permits = permits };
        var settings = Options.Create(options ?? new NudgeOptions());
        var kinds = new NudgeKinds([composer ?? new WalkComposer(new FakePhrases(), FakeTips.Bank(3), Some.Zones, settings)]);
        var judge = new NudgeJudge(kinds, Some.Zones, Options.Create(new AwayOptions()), NullLogger<NudgeJudge>.Instance);
        var hold = new HoldWatch(Hold, Counted.Meters, Time);
        InHand = new InHand(Outbox, Time, NullLogger<InHand>.Instance);
        var parts = new LaneParts(
            Outbox,
            pace ?? Pace,
            hold,
            InHand,
            new Marker(Outbox, judge, Clock, NullLogger<Marker>.Instance),
            new Handover(courier ?? Courier, Clock, Time, settings, NullLogger<Handover>.Instance),
            new Settler(Outbox, InHand, Time, NullLogger<Settler>.Instance),
            Counted.Meters,
            Clock,
            Time,
            NullLogger<LaneParts>.Instance);
        Door = new NudgeDoor(parts, settings, NullLogger<NudgeDoor>.Instance) { LanesAtOnce = lanesAtOnce };
        Planner = new NudgePlanner(Schedules, kinds, Some.Zones, Counted.Meters, NullLogger<NudgePlanner>.Instance);
    }

    public FakeClock Clock { get; }

    public FakeTimeProvider Time { get; }

    public Counted Counted { get; } = new();

    public FakeCourier Courier { get; } = new();

    public FakeOutbox Outbox { get; }

    public FakeHold Hold { get; }

    public FakePlan Schedules { get; }

    public FakePace Pace { get; }

    public InHand InHand { get; }

    public NudgeDoor Door { get; }

    public NudgePlanner Planner { get; }

    /// <summary>Due nudges of one lane, none the twin of another: snoozed ones, oldest first.</summary>
    public Outgoing[] Waiting(int count, string lane = "contoso") =>
    [
        .. Enumerable.Range(0, count).Select(i => Some.Nudge(again: 1) with
        {
            Id = new OutgoingId(DerivedId.From("row", lane, $"{i}")),
            Lane = lane,
            NotBefore = Clock.GetCurrentInstant() - Duration.FromSeconds(count - i),
        }),
    ];

    public void Dispose()
    {
        Door.Dispose();
        Counted.Dispose();
    }
}
