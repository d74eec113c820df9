using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using WalkBuddyBot.Channels.Turns;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Channels;

/// <summary>The room's meters with someone who listens. The article has one topic and the bot knows two labels besides.</summary>
internal sealed class CountedTurns : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly List<string> _seen = [];

    public CountedTurns()
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

        var labels = new HashSet<string> { "overview", TurnMeters.OutOfScope, TurnMeters.Safety };
        var topics = new Mock<ITopics>();
        topics.Setup(port => port.Find("overview")).Returns(new Topic("overview", "", "", "", [], [], []));
        Meters = new TurnMeters(factory, Mock.Of<ILabels>(port => port.All == labels), topics.Object, new FakeTimeProvider());
    }

    public TurnMeters Meters { get; }

    public int Of(string instrument, string tags = "")
    {
        lock (_seen)
        {
            return _seen.Count(seen => seen == $"{instrument}|{tags}");
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var said = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        lock (_seen)
        {
            _seen.Add($"{instrument.Name}|{said}");
        }
    }
}
