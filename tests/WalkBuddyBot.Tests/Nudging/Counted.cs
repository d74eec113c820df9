using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>The room's meters with someone who listens.</summary>
internal sealed class Counted : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly List<string> _seen = [];

    public Counted()
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _listener.Start();
        Meters = new NudgeMeters(factory);
    }

    public NudgeMeters Meters { get; }

    public int Of(string instrument, string? reason = null)
    {
        lock (_seen)
        {
            return _seen.Count(seen => seen == $"{instrument}|{reason}");
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string? reason = null;
        foreach (var (name, value) in tags)
        {
            Assert.Contains(name, new[] { "kind", "reason" });
            reason = name == "reason" ? (string?)value : reason;
        }

        lock (_seen)
        {
            _seen.Add($"{instrument.Name}|{reason}");
        }
    }
}
