using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>
/// The door: each lane leases rows, takes permits, marks, hands each to the courier once, and writes how it ended. Lanes take turns at the
/// memory, so that one tenant's backlog delays no other, and none waits for the channel of another.
/// </summary>
internal sealed partial class NudgeDoor(
    LaneParts parts, IOptions<NudgeOptions> options, ILogger<NudgeDoor> logger) : IHostedService, IDisposable
{
    /// <summary>The lane of replies that a crash left over; they keep no pace.</summary>
    internal const string ReplyLane = "reply";

    private readonly ConcurrentDictionary<string, Lane> _lanes = [];
    private readonly ConcurrentDictionary<Task, bool> _visits = [];
    private readonly CancellationTokenSource _stop = new();
    private int _first;

    /// <summary>Lanes at the memory side by side.</summary>
    internal int LanesAtOnce { get; init; } = 4;

    /// <summary>By hand: sends what may be sent now, and ends when all of it has come to its end. Waits for no pace.</summary>
    public async Task<TickResult> RunAsync(CancellationToken cancellationToken)
    {
        var late = await DropLateAsync(cancellationToken);
        var lanes = InTurn(await parts.Outbox.LanesAsync(cancellationToken));
        using var turns = new SemaphoreSlim(0, LanesAtOnce);
        var visit = new Visit(turns, isPatient: false, cancellationToken);
        visit.Tally.Dropped(late);
        await VisitAsync(lanes, visit, turns);
        return visit.Tally.Result;
    }

    /// <summary>
    /// At each beat of the clock: opens the lanes that have something due and are not being served already. Waits for none of them.
    /// </summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await DropLateAsync(cancellationToken);
        var due = await parts.Outbox.LanesAsync(cancellationToken);
        var lanes = InTurn([.. due.Where(lane => !Find(lane).IsServed)]);
        if (lanes.Count == 0 || _stop.IsCancellationRequested)
        {
            return;
        }

        var visiting = VisitAtEaseAsync(lanes);
        _visits[visiting] = true;
        _ = visiting.ContinueWith(ended => _visits.TryRemove(ended, out _), TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        parts.Meters.InHand = () => parts.InHand.Count;
        return Task.CompletedTask;
    }

    /// <summary>Takes no more, gives back what has not begun, and lets what has begun come to its end.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stop.Cancel();
        return Task.WhenAll(_visits.Keys).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _stop.Dispose();
        foreach (var lane in _lanes.Values)
        {
            lane.Dispose();
        }
    }

    private async Task VisitAtEaseAsync(List<string> lanes)
    {
        using var turns = new SemaphoreSlim(0, LanesAtOnce);
        await VisitAsync(lanes, new Visit(turns, isPatient: true, _stop.Token), turns);
    }

    private async Task VisitAsync(List<string> lanes, Visit visit, SemaphoreSlim turns)
    {
        List<Task> serving = [.. lanes.Select(lane => ServeAsync(lane, visit))];

        // Opened only now that every lane stands in the queue: none has a second turn before each has had its first.
        turns.Release(LanesAtOnce);
        await Task.WhenAll(serving);
        await visit.EndedAsync();
    }

    private async Task ServeAsync(string lane, Visit visit)
    {
        try
        {
            await Find(lane).ServeAsync(visit);
        }
        catch (OperationCanceledException) when (visit.Stop.IsCancellationRequested)
        {
            // Told to stop.
        }
#pragma warning disable CA1031 // A lane that fails is left to the next beat; the others go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            visit.Tally.Broke();
            LogLaneFailed(failure, lane);
        }
    }

    private async Task<int> DropLateAsync(CancellationToken cancellationToken) =>
        await parts.Hold.IsHeldAsync(cancellationToken) ? await parts.Hold.DropLateAsync(cancellationToken) : 0;

    private Lane Find(string lane) =>
        _lanes.GetOrAdd(lane, (name, door) => new Lane(name, LaneRules.Of(name, door.Options), door.Parts), (Options: options.Value, Parts: parts));

    // Replies first; after them another lane begins each time, so that none is always the last.
    private List<string> InTurn(IReadOnlyList<string> lanes)
    {
        var paced = lanes.Where(lane => lane != ReplyLane).ToList();
        var first = paced.Count == 0 ? 0 : (int)((uint)_first++ % (uint)paced.Count);
        return [.. lanes.Where(lane => lane == ReplyLane), .. paced.Skip(first), .. paced.Take(first)];
    }

    [LoggerMessage(1, LogLevel.Error, "The lane {Lane} failed; the next beat of the clock tries it again.")]
    private partial void LogLaneFailed(Exception failure, string lane);
}
