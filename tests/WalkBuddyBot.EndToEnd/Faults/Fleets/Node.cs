using System.Globalization;
using System.Text.RegularExpressions;
using WalkBuddyBot.EndToEnd.Crash;

namespace WalkBuddyBot.EndToEnd.Faults.Fleets;

/// <summary>One of several services on one database.</summary>
internal sealed partial class Node(string database) : IDisposable
{
    // Paced as in production; in Development nothing is, by default.
    private static readonly (string, string?) Pace = ("Nudges__PerTenantPerSecond", "25");

    public ServiceProcess Service { get; } = new();

    /// <summary>How wrong its wall clock is; the database has another.</summary>
    public int SecondsAhead { get; init; }

    /// <summary>Starts it without waiting for it.</summary>
    public void Launch(string point = CrashPoint.Never, params IEnumerable<(string Name, string? Value)> settings) => Service.Launch(
        [typeof(CrashHost).Assembly.Location, "--crash-at", point, "--later", $"{SecondsAhead}", "--urls", Service.Address.ToString()],
        [("ConnectionStrings__WalkBuddy", database), Pace, .. settings]);

    public async Task StartAsync(string point = CrashPoint.Never, params IEnumerable<(string Name, string? Value)> settings)
    {
        Launch(point, settings);
        await Service.ReadyAsync();
    }

    /// <summary>How many nudges it has sent since it was started, as its counters have it.</summary>
    public async Task<int> SentAsync()
    {
        using var http = new HttpClient { BaseAddress = Service.Address };
        var counters = await http.GetStringAsync(new Uri("metrics", UriKind.Relative));
        return Sent().Matches(counters).Sum(found => int.Parse(found.Groups["count"].Value, CultureInfo.InvariantCulture));
    }

    public void Dispose() => Service.Dispose();

    [GeneratedRegex(@"^walkbuddy_nudge_sent\w*\{[^}]*\} (?<count>\d+)", RegexOptions.Multiline)]
    private static partial Regex Sent();
}
