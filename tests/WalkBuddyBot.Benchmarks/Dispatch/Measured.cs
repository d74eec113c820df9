using System.Text.Json;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>What a child process measured.</summary>
/// <param name="Figures">By name.</param>
/// <param name="Wrong">Why it does not count; null when it does.</param>
internal sealed record Measured(SortedDictionary<string, double> Figures, string? Wrong)
{
    public const string Seconds = "seconds";
    public const string Megabytes = "peakMb";
    public const string Processor = "processorSeconds";
    public const string P50 = "p50Ms";
    public const string P99 = "p99Ms";

    public double this[string name] => Figures[name];

    public static Measured Of(string? wrong, params IEnumerable<(string Name, double Value)> figures) =>
        new(new(figures.ToDictionary(figure => figure.Name, figure => Math.Round(figure.Value, 6)), StringComparer.Ordinal), wrong);

    public static Measured Read(string line) => JsonSerializer.Deserialize<Measured>(line)!;

    public string Line() => JsonSerializer.Serialize(this);
}
