using System.Globalization;

namespace WalkBuddyBot.IntegrationTests.Driving;

/// <summary>One answer of <c>/metrics</c>, read as Prometheus would.</summary>
public sealed class Scrape
{
    private readonly Dictionary<string, double> _series;

    private Scrape(string text)
    {
        Text = text;
        _series = text.Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => (Series: line[..line.LastIndexOf(' ')], Value: line[(line.LastIndexOf(' ') + 1)..]))
            .ToDictionary(line => line.Series, line => double.Parse(line.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    public string Text { get; }

    /// <summary>The series that the bot itself counts: names with their labels.</summary>
    public IEnumerable<string> OfTheBot => _series.Keys.Where(series => series.StartsWith("walkbuddy_", StringComparison.Ordinal));

    public IEnumerable<string> All => _series.Keys;

    public static async Task<Scrape> OfAsync(WalkBuddyApp app)
    {
        using var http = app.CreateClient();
        return new Scrape(await http.GetStringAsync(new Uri("/metrics", UriKind.Relative)));
    }

    /// <summary>Scrapes until it looks as told: what is counted a moment after it was seen.</summary>
    public static async Task<Scrape> UntilAsync(WalkBuddyApp app, Func<Scrape, bool> looks)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var scrape = await OfAsync(app);
            if (looks(scrape))
            {
                return scrape;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, guard.Token);
        }
    }

    /// <summary>The sum over all series of a name that have these labels.</summary>
    public double Of(string name, params IEnumerable<string> labels) => _series
        .Where(series => series.Key.Split('{')[0] == name && labels.All(label => series.Key.Contains(label, StringComparison.Ordinal)))
        .Sum(series => series.Value);
}
