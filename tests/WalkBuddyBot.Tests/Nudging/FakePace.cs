using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>So many permits for each lane.</summary>
internal sealed class FakePace : IPace
{
    private readonly Dictionary<string, int> _left = [];

    public int Permits { get; init; } = int.MaxValue;

    public List<string> Asked { get; } = [];

    public List<(string Lane, Duration Wait)> Held { get; } = [];

    public Task<int> TakeAsync(string lane, int most, CancellationToken cancellationToken)
    {
        lock (_left)
        {
            Asked.Add(lane);
            var left = _left.GetValueOrDefault(lane, Permits);
            var taken = Math.Min(left, most);
            _left[lane] = left - taken;
            return Task.FromResult(taken);
        }
    }

    public Task HoldAsync(string lane, Duration retryAfter, CancellationToken cancellationToken)
    {
        Held.Add((lane, retryAfter));
        return Task.CompletedTask;
    }
}
