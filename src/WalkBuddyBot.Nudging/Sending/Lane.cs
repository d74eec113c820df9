using System.Collections.Concurrent;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>
/// One lane: leases rows, asks the pace for as many as there is room for, marks those and sends them at once, each once. Nothing waits for
/// a send to end but the room it takes, so that the next rows are leased and marked meanwhile.
/// </summary>
internal sealed class Lane(string name, LaneRules rules, LaneParts parts) : IDisposable
{
    private static readonly Duration Patience = Duration.FromSeconds(1);
    private static readonly Duration OneMore = Duration.FromSeconds(1);

    private readonly SemaphoreSlim _room = new(rules.InFlight, rules.InFlight);
    private readonly ConcurrentDictionary<AddressId, int> _answering = [];
    private readonly Quiet _quiet = new(parts.Time);
    private int _pumping;

    /// <summary>Whether a visit of the clock takes rows from it just now.</summary>
    public bool IsServed => Volatile.Read(ref _pumping) > 0;

    /// <summary>Works off what is due. What the visit sent is in its tail.</summary>
    public async Task ServeAsync(Visit visit)
    {
        Interlocked.Increment(ref _pumping);
        try
        {
            while (!await IsClosedAsync(visit))
            {
                var hand = await visit.InTurnAsync(() => parts.Outbox.LeaseAsync(name, rules.Batch, CancellationToken.None));
                parts.InHand.Take(hand);
                var left = new Queue<Outgoing>(hand);
                try
                {
                    await WorkOffAsync(left, visit);
                }
                finally
                {
                    await GiveBackAsync(left);
                }

                if (left.Count > 0 || hand.Count < rules.Batch)
                {
                    return;
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _pumping);
        }
    }

    public void Dispose() => _room.Dispose();

    // Replies, safety replies among them, are never held.
    private async Task<bool> IsClosedAsync(Visit visit) =>
        visit.Stop.IsCancellationRequested || _quiet.Lasts || (!rules.IsForReplies && await parts.Hold.IsHeldAsync(visit.Stop));

    private async Task WorkOffAsync(Queue<Outgoing> hand, Visit visit)
    {
        var idle = 0;
        while (hand.Count > 0)
        {
            var trial = _quiet.IsToBeTried;
            var room = await RoomAsync(trial ? 1 : Math.Min(hand.Count, rules.Group));
            var used = 0;
            try
            {
                // Room first: a permit must not grow old while a slow channel is waited for.
                if (await IsClosedAsync(visit))
                {
                    return;
                }

                var permits = await PermitsAsync(room, visit);
                var start = parts.Time.GetTimestamp();
                if (permits.Count > 0)
                {
                    idle = 0;
                    var begun = await BeginAsync(Take(hand, permits.Count), permits, start, visit);
                    used = begun.Room;
                    if (trial)
                    {
                        await Task.WhenAll(begun.Sends);
                    }

                    continue;
                }

                var pause = Duration.Max(permits.First, Pause(idle++));
                if (!visit.IsPatient || pause > Patience)
                {
                    _quiet.Mind(permits.First);
                    return;
                }

                _room.Release(room);
                used = room;
                await Task.Delay(pause.ToTimeSpan(), parts.Time, visit.Stop);
            }
            finally
            {
                if (room > used)
                {
                    _room.Release(room - used);
                }
            }
        }
    }

    /// <summary>Marks rows and lets them go.</summary>
    /// <returns>How much room they take; each gives its own back.</returns>
    private async Task<(int Room, List<Task> Sends)> BeginAsync(List<Outgoing> rows, Permits permits, long start, Visit visit)
    {
        var (marked, window) = await MarkAsync(rows, visit);

        List<Task> sends = rules.IsForReplies
            ? [.. marked.GroupBy(row => row.To).Select(queue => AnswerAsync([.. queue], window, visit.Tally))]
            : [.. marked.Select((row, i) => SendAsync(row, MomentOf(permits, i, start, visit), window, visit))];
        sends.ForEach(visit.Add);
        return (marked.Count, sends);
    }

    private static Moment MomentOf(Permits permits, int place, long start, Visit visit) => visit.IsPatient
        ? new(start, permits.First + (permits.Apart * place), permits.Apart > Duration.Zero)
        : new(start, Duration.Zero, IsExact: false);

    private async Task<(List<Outgoing> Marked, Window Window)> MarkAsync(List<Outgoing> rows, Visit visit)
    {
        IReadOnlyList<Outgoing> answered = [];
        var window = default(Window);
        try
        {
            answered = await visit.InTurnAsync(() =>
            {
                // A mark is not broken off when the service stops: it may be written all the same, and its rows would be in doubt.
                window = Window.Open(parts.Time);
                return parts.Marker.MarkAsync(rows, CancellationToken.None);
            });
        }
        finally
        {
            var sending = answered.Where(row => row.State == OutgoingState.Sending).Select(row => row.Id).ToHashSet();
            foreach (var row in rows.Where(row => !sending.Contains(row.Id)))
            {
                parts.InHand.Leave(row);
            }
        }

        foreach (var row in answered.Where(row => row.State != OutgoingState.Sending))
        {
            parts.Count(row, visit.Tally);
        }

        return ([.. answered.Where(row => row.State == OutgoingState.Sending)], window);
    }

    private async Task SendAsync(Outgoing row, Moment moment, Window window, Visit visit)
    {
        var mayGo = await MayGoAsync(moment, window, visit);
        var ended = mayGo ? await HandOverAsync(row, window) : row.NotBegun();
        _room.Release();
        await parts.EndAsync(ended, visit.Tally);
    }

    // The replies of a turn keep their order: what one of them waits for, those behind it wait for too.
    private async Task AnswerAsync(List<Outgoing> rows, Window window, Tally tally)
    {
        Outgoing? before = null;
        var turn = _answering.AddOrUpdate(rows[0].To, 1, (_, queues) => queues + 1);
        foreach (var row in rows)
        {
            var ended = turn > 1 ? Behind(row, parts.Now + OneMore)
                : before is { State: OutgoingState.Waiting } ? Behind(row, before.NotBefore)
                : await HandOverAsync(row, window);
            _room.Release();
            before = ended;
            await parts.EndAsync(ended, tally);
        }

        _answering.AddOrUpdate(rows[0].To, 0, (_, queues) => queues - 1);
        _answering.TryRemove(new(rows[0].To, 0));
    }

    private static Outgoing Behind(Outgoing row, Instant notBefore) =>
        row with { State = OutgoingState.Waiting, NotBefore = notBefore, Reason = "in order" };

    private async Task<Outgoing> HandOverAsync(Outgoing row, Window window)
    {
        var (ended, wait) = await parts.Handover.DeliverAsync(row, () => window.IsOpen && !_quiet.Lasts);
        if (wait is { } asked && !rules.IsForReplies && _quiet.Extend(asked) is { } length && rules.IsPaced)
        {
            await parts.HoldAsync(name, length);
        }

        if (ended.State == OutgoingState.Sent)
        {
            _quiet.Forget();
        }

        return ended;
    }

    private async Task<bool> MayGoAsync(Moment moment, Window window, Visit visit)
    {
        try
        {
            return await AwaitAsync(moment, window, visit);
        }
#pragma warning disable CA1031 // The pace could not be asked: the row is given back.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <summary>Waits for the row's moment. One that was missed, because marking took long, is given for another.</summary>
    private async Task<bool> AwaitAsync(Moment moment, Window window, Visit visit)
    {
        while (moment.IsMissed(parts.Time))
        {
            var permits = await parts.Pace.ReserveAsync(name, 1, Patience, visit.Stop);
            if (permits.Count == 0)
            {
                return false;
            }

            moment = new Moment(parts.Time.GetTimestamp(), permits.First, permits.Apart > Duration.Zero);
        }

        if (moment.Left(parts.Time) is { Ticks: > 0 } left)
        {
            await Task.Delay(left, parts.Time);
        }

        return window.IsOpen;
    }

    private async Task<Permits> PermitsAsync(int most, Visit visit) => rules.IsPaced
        ? await parts.Pace.ReserveAsync(name, most, visit.IsPatient ? LaneRules.Ahead : Duration.Zero, visit.Stop)
        : new Permits(most, Duration.Zero, Duration.Zero);

    // A send ends before its lease does, so there is room in a while.
    private async Task<int> RoomAsync(int most)
    {
        await _room.WaitAsync(CancellationToken.None);
        var room = 1;
        while (room < most && _room.Wait(0, CancellationToken.None))
        {
            room++;
        }

        return room;
    }

    private async Task GiveBackAsync(Queue<Outgoing> left)
    {
        if (left.Count == 0)
        {
            return;
        }

        foreach (var row in left)
        {
            parts.InHand.Leave(row);
        }

        await parts.Outbox.ReturnAsync([.. left], CancellationToken.None);
    }

    private static List<Outgoing> Take(Queue<Outgoing> hand, int count)
    {
        var taken = new List<Outgoing>(count);
        while (taken.Count < count)
        {
            taken.Add(hand.Dequeue());
        }

        return taken;
    }

    // The pace says how long; where another node holds the lane it may not know, and is asked ever more rarely.
    private static Duration Pause(int idle) => Duration.FromMilliseconds(Math.Min(10 << Math.Min(idle, 6), 500));
}
