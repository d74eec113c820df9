using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.BotFramework;

namespace WalkBuddyBot.Tests.BotFramework;

public sealed class RefusalMeterTests
{
    [Fact]
    public void A_refusal_is_counted_by_door_status_and_kind_and_kinds_have_an_end()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Scope == factory)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            seen.Add(string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        listener.Start();
        var meter = new RefusalMeter(factory);

        meter.Refused(RefusalMeter.Messages, 401, "MissingCredentials");
        for (var caller = 0; caller < 10_000; caller++)
        {
            meter.Refused(RefusalMeter.DirectLine, 400, $"a mistake of ours {caller}");
        }

        meter.Refused(RefusalMeter.Messages, 401, "MissingCredentials");

        Assert.Contains("door=messages,status=401,kind=MissingCredentials", seen);
        Assert.Contains("door=directline,status=400,kind=other", seen);
        Assert.InRange(seen.Count, 10, 100);
    }
}
