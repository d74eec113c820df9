using System.Globalization;
using System.Text.RegularExpressions;
using WalkBuddyBot.EndToEnd.Crash;

namespace WalkBuddyBot.EndToEnd.Faults.Fleets;

/// <summary>One of several services on one database.</summary>
internal sealed partial class Node : IDisposable
{
    // Paced as in production; in Development nothing is, by default.
    private static readonly (string, string?) Pace = ("Nudges__PerTenantPerSecond", "25");

    private readonly string _database;
    private readonly string _clockFile;

    public Node(string database)
    {
        _database = database;
        _clockFile = Path.Combine(Service.Folder, "clock");
        Clock = new SteeredClock(_clockFile);
    }

    public ServiceProcess Service { get; } = new();

    /// <summary>Its wall clock; the database has another.</summary>
    public SteeredClock Clock { get; }

    /// <summary>Starts it without waiting for it.</summary>
    public void Launch(string point = CrashPoint.Never, params IEnumerable<(string Name, string? Value)> settings) => Service.Launch(
        [typeof(CrashHost).Assembly.Location, "--crash-at", point, "--clock", _clockFile, "--urls", Service.Address.ToString()],
        [("ConnectionStrings__WalkBuddy", _database), Pace, .. settings]);

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

    public void Dispose()
    {
        Clock.Dispose();
        Service.Dispose();
    }

    [GeneratedRegex(@"^walkbuddy_nudge_sent\w*\{[^}]*\} (?<count>\d+)", RegexOptions.Multiline)]
    private static partial Regex Sent();
}
