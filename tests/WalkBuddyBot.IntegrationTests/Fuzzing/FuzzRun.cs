using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>Posts cases to the whole service, one after another, and notes what went wrong.</summary>
internal sealed class FuzzRun : IAsyncDisposable
{
    // The process's CPU is this run's own only where no other test runs beside it.
    private static readonly bool Alone =
        Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full" || Environment.GetEnvironmentVariable("WALKBUDDY_SEED") is not null;

    private static readonly TimeSpan LongestCpu = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    private readonly Crashes _crashes = new();
    private readonly WalkBuddyApp _app;
    private readonly HttpClient _http;
    private readonly IInboundActivities? _instead;
    private int _handled;

    /// <param name="instead">A bot in place of the real one.</param>
    public FuzzRun(IInboundActivities? instead = null)
    {
        _instead = instead;
        _app = new WalkBuddyApp(Instant.FromUtc(2026, 11, 23, 9, 0), also: Stand);
        _http = _app.CreateClient();
    }

    public int Mutants { get; private set; }

    public int MutantsHandled { get; private set; }

    public TimeSpan MostCpu { get; private set; }

    public SortedDictionary<int, int> Statuses { get; } = [];

    /// <summary>What went wrong, each with its seed.</summary>
    public List<string> Failures { get; } = [];

    public async Task PostAsync(int seed)
    {
        var one = FuzzCase.Of(seed);
        var (handled, cpu) = (_handled, Environment.CpuUsage.TotalTime);
        using var content = new ByteArrayContent(one.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync("/api/messages", content).WaitAsync(Guard);
        cpu = Environment.CpuUsage.TotalTime - cpu;

        var status = (int)answer.StatusCode;
        Statuses[status] = Statuses.GetValueOrDefault(status) + 1;
        MostCpu = cpu > MostCpu ? cpu : MostCpu;
        Mutants += one.IsMutant ? 1 : 0;
        MutantsHandled += one.IsMutant && _handled > handled ? 1 : 0;
        Judge(seed, one, answer.StatusCode, cpu);
        _app.Time.Advance(TimeSpan.FromMilliseconds(100));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private void Judge(int seed, FuzzCase one, HttpStatusCode status, TimeSpan cpu)
    {
        var wrong = new List<string>();

        // An invoke that nobody knows is told so by 501, which is no fault.
        if ((int)status >= 500 && status != HttpStatusCode.NotImplemented)
        {
            wrong.Add($"was answered {(int)status}");
        }

        if (_crashes.Take() is { } crash)
        {
            wrong.Add($"made somebody log {crash}");
        }

        if (Alone && cpu > LongestCpu)
        {
            wrong.Add($"took {cpu.TotalSeconds:0.0} s of CPU");
        }

        if (wrong.Count > 0)
        {
            Failures.Add($"Seed {seed} ({one.Shape}): {string.Join("; ", wrong)}. {Start(one.Body)}");
        }
    }

    private static string Start(byte[] body) => Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 600)));

    private void Stand(IServiceCollection services)
    {
        foreach (var connector in services.Where(service =>
            service.ServiceType == typeof(IActivitySink) && service.ImplementationType?.Name != "DirectLineSink").ToList())
        {
            services.Remove(connector);
        }

        services.AddSingleton<IActivitySink, SilentConnector>();
        services.AddLogging(logging => logging.ClearProviders().AddProvider(_crashes));
        var bot = services.Last(service => service.ServiceType == typeof(IInboundActivities));
        services.Replace(ServiceDescriptor.Singleton<IInboundActivities>(provider => new CountingBot(
            _instead ?? (IInboundActivities)ActivatorUtilities.CreateInstance(provider, bot.ImplementationType!), () => Interlocked.Increment(ref _handled))));
    }
}
