using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>A row a lane, whose permits have moments of their own, as a database keeps it for all nodes.</summary>
internal sealed class EvenPace(IClock clock, double perSecond = 25) : IPace
{
    private readonly Dictionary<string, Instant> _free = [];

    public int Asked { get; private set; }

    public Task<int> TakeAsync(string lane, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Permits> ReserveAsync(string lane, int most, Duration ahead, CancellationToken cancellationToken)
    {
        Asked++;
        var now = clock.GetCurrentInstant();
        var apart = Duration.FromSeconds(1 / perSecond);
        var free = Instant.Max(now, _free.GetValueOrDefault(lane, now));
        if (free > now + ahead)
        {
            return Task.FromResult(new Permits(0, free - ahead - now, apart));
        }

        _free[lane] = free + (apart * most);
        return Task.FromResult(new Permits(most, free - now, apart));
    }

    public Task HoldAsync(string lane, Duration retryAfter, CancellationToken cancellationToken)
    {
        _free[lane] = Instant.Max(_free.GetValueOrDefault(lane), clock.GetCurrentInstant() + retryAfter);
        return Task.CompletedTask;
    }
}
