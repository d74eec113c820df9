using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>An operator's hold over an outbox in memory.</summary>
internal sealed class FakeHold(IClock clock, FakeOutbox outbox) : INudgeHold
{
    private Instant? _since;

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public Task<Instant?> SinceAsync(CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(_since);
    }

    public Task HoldAsync(CancellationToken cancellationToken)
    {
        _since ??= clock.GetCurrentInstant();
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(CancellationToken cancellationToken)
    {
        _since = null;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Outgoing>> DropLateAsync(int most, CancellationToken cancellationToken)
    {
        List<Outgoing> late = [.. outbox.Rows
            .Where(row => row.State == OutgoingState.Waiting && row.Nudge is not null && row.Stale < clock.GetCurrentInstant())
            .Take(most).Select(row => row with { State = OutgoingState.Dropped, Reason = DropReasons.Late })];
        outbox.SettleQuietly(late);
        return Task.FromResult<IReadOnlyList<Outgoing>>(late);
    }
}
