using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>
/// Everything that happens, happens here, one after another: time moves on only when nothing is left to do, so that a run is the same each
/// time.
/// </summary>
internal sealed class OneThread(FakeTimeProvider time, FakeClock clock) : SynchronizationContext
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);
    private readonly ConcurrentQueue<(SendOrPostCallback Deed, object? State)> _todo = [];

    public override void Post(SendOrPostCallback d, object? state) => _todo.Enqueue((d, state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Lets time pass, with a beat at the beginning of each second.</summary>
    public void Pass(TimeSpan length, Action beat)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            for (var passed = TimeSpan.Zero; passed < length; passed += Step)
            {
                if (passed.Ticks % TimeSpan.TicksPerSecond == 0)
                {
                    beat();
                }

                DoAll();
                clock.Advance(Duration.FromTimeSpan(Step));
                time.Advance(Step);
                DoAll();
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void DoAll()
    {
        while (_todo.TryDequeue(out var next))
        {
            next.Deed(next.State);
        }
    }
}
