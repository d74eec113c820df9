using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>An outbox in memory that notes what was asked of it, in order.</summary>
internal sealed class FakeOutbox(IClock clock, PersonFacts facts) : IOutbox
{
    private readonly List<Outgoing> _rows = [];

    public List<string> Log { get; } = [];

    /// <summary>Ids that cannot be marked.</summary>
    public HashSet<OutgoingId> Poison { get; } = [];

    /// <summary>Ids that cannot be settled together with others.</summary>
    public HashSet<OutgoingId> Unsettleable { get; } = [];

    /// <summary>Ids whose end can never be written.</summary>
    public HashSet<OutgoingId> Unwritable { get; } = [];

    public Queue<Func<IReadOnlyList<Outgoing>>> Recoveries { get; } = [];

    public List<bool> RecoveredAtStart { get; } = [];

    public IReadOnlyList<Outgoing> Rows
    {
        get
        {
            lock (_rows)
            {
                return [.. _rows];
            }
        }
    }

    /// <summary>Rows whose leases were renewed, call by call.</summary>
    public List<IReadOnlyList<OutgoingId>> Renewed { get; } = [];

    /// <summary>What marking waits for.</summary>
    public Func<Task> BeforeMarking { get; set; } = () => Task.CompletedTask;

    /// <summary>What settling waits for.</summary>
    public Func<Task> BeforeSettling { get; set; } = () => Task.CompletedTask;

    public Task RenewAsync(IReadOnlyList<OutgoingId> inHand, CancellationToken cancellationToken)
    {
        Renewed.Add(inHand);
        return Task.CompletedTask;
    }

    public Outgoing this[OutgoingId id] => Rows.Single(row => row.Id == id);

    public FakeOutbox With(params IEnumerable<Outgoing> rows)
    {
        _rows.AddRange(rows);
        return this;
    }

    public Task<string?> ActivityIdOfAsync(OutgoingId id, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.FirstOrDefault(row => row.Id == id)?.ActivityId);

    /// <summary>Writes rows as another door of the same memory would.</summary>
    public void SettleQuietly(IEnumerable<Outgoing> rows)
    {
        lock (_rows)
        {
            rows.ToList().ForEach(Put);
        }
    }

    public Task<IReadOnlyList<string>> LanesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Due().Select(LaneOf).Distinct()]);

    public Task<IReadOnlyList<Outgoing>> LeaseAsync(string lane, int most, CancellationToken cancellationToken)
    {
        lock (_rows)
        {
            Log.Add($"lease {lane}");
            var leased = Due().Where(row => LaneOf(row) == lane).OrderBy(row => row.Urgency).ThenBy(row => row.NotBefore).Take(most)
                .Select(row => row with { State = OutgoingState.Leased }).ToList();
            leased.ForEach(Put);
            return Task.FromResult<IReadOnlyList<Outgoing>>(leased);
        }
    }

    public async Task<IReadOnlyList<Outgoing>> MarkAsync(
        IReadOnlyList<Outgoing> leased, Func<PersonFacts, Outgoing, Instant, Verdict> gate, CancellationToken cancellationToken)
    {
        await BeforeMarking();
        lock (_rows)
        {
            if (leased.Any(row => Poison.Contains(row.Id)))
            {
                throw new InvalidOperationException("This row cannot be marked.");
            }

            Log.Add($"mark {leased.Count}");
            var now = clock.GetCurrentInstant();
            var marked =
                leased.Select(row => row.Nudge is null ? row with { State = OutgoingState.Sending } : Ask(gate, row, now)).ToList();
            marked.ForEach(Put);
            return marked;
        }
    }

    public async Task SettleAsync(IReadOnlyList<Outgoing> settled, CancellationToken cancellationToken)
    {
        await BeforeSettling();
        lock (_rows)
        {
            if (settled.Count > 1 && settled.Any(row => Unsettleable.Contains(row.Id)))
            {
                throw new InvalidOperationException("This batch cannot be settled.");
            }

            if (settled.Any(row => Unwritable.Contains(row.Id)))
            {
                throw new InvalidOperationException("This row cannot be settled.");
            }

            Log.Add($"settle {settled.Count}");
            settled.ToList().ForEach(Put);
        }
    }

    public Task<IReadOnlyList<Outgoing>> RecoverAsync(bool atStart, CancellationToken cancellationToken)
    {
        RecoveredAtStart.Add(atStart);
        return Task.FromResult(Recoveries.TryDequeue(out var answer) ? answer() : []);
    }

    public Task<Duration?> OldestDueAsync(CancellationToken cancellationToken) => Task.FromResult<Duration?>(null);

    private static string LaneOf(Outgoing row) => row.Nudge is null ? "reply" : row.Lane;

    private List<Outgoing> Due() =>
        [.. Rows.Where(row => row.State == OutgoingState.Waiting && row.NotBefore <= clock.GetCurrentInstant())];

    private Outgoing Ask(Func<PersonFacts, Outgoing, Instant, Verdict> gate, Outgoing row, Instant now)
    {
        var known = facts with { Nudges30Days = [.. _rows.Where(other => other.Nudge is not null)] };
        return gate(known, row, now) switch
        {
            Verdict.Send send => row with { State = OutgoingState.Sending, Body = send.Body, Nudge = row.Nudge! with { Tip = send.Tip } },
            Verdict.Drop drop => row with { State = OutgoingState.Dropped, Reason = drop.Reason },
            Verdict.Wait wait => row with { State = OutgoingState.Waiting, NotBefore = wait.Until, Reason = wait.Reason },
            _ => throw new InvalidOperationException(),
        };
    }

    private void Put(Outgoing row)
    {
        _rows.RemoveAll(other => other.Id == row.Id);
        _rows.Add(row);
    }
}
