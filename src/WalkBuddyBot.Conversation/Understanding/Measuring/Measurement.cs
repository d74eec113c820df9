using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>Asks understanding for each example, one after another on one thread, as a message from a person of whom nothing is stored.</summary>
public static class Measurement
{
    // The first messages pay for compiling the code; in a service they have long been paid.
    private const int WarmUp = 50;

    /// <summary>Every example with what became of it, in order.</summary>
    /// <param name="understanding">What is measured.</param>
    /// <param name="examples">Messages and what they should mean.</param>
    /// <param name="now">The present that they are said at.</param>
    /// <param name="zone">The zone they are said in.</param>
    /// <param name="time">Measures how long each takes.</param>
    public static ImmutableArray<Measured> Of(
        IUnderstanding understanding, IReadOnlyCollection<Example> examples, Instant now, DateTimeZone zone, TimeProvider time)
    {
        foreach (var example in examples.Take(WarmUp))
        {
            understanding.Understand(example.Text, now, zone, talk: null);
        }

        return [.. examples.Select(example => Measure(understanding, example, now, zone, time))];
    }

    private static Measured Measure(IUnderstanding understanding, Example example, Instant now, DateTimeZone zone, TimeProvider time)
    {
        var from = time.GetTimestamp();
        var meaning = understanding.Understand(example.Text, now, zone, talk: null);
        var took = time.GetElapsedTime(from);
        // The printed line is what others rely on, so it is what is compared.
        using var printed = JsonDocument.Parse(UnderstandJson.Write(example.Text, meaning, reply: "", now, zone));
        var line = printed.RootElement;
        return new(
            example, line.GetProperty("label").GetString()!, meaning.Score, meaning.Nearest, Comparison.Of(example, line),
            meaning.Ask is not null || meaning.Error is not null, took);
    }
}
