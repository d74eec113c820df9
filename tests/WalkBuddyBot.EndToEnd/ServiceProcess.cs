using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using WalkBuddyBot.EndToEnd.Crash;

namespace WalkBuddyBot.EndToEnd;

/// <summary>The real service in a process of its own, with a data folder of its own. It can be killed and started again on both.</summary>
public sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    public static readonly string Program =
        typeof(ServiceProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Service").Value!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("walkbuddy-");
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    public string Folder => _folder.FullName;

    public string Database => Path.Combine(Folder, "walkbuddy.db");

    public bool HasExited => _process!.HasExited;

    /// <summary>All that it has written to its console.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts the service and returns when it says that it is ready.</summary>
    public async Task StartAsync()
    {
        Launch([Program, "--urls", Address.ToString()]);
        await ReadyAsync();
    }

    /// <summary>Starts it so that it kills itself at a step, with its clock so many seconds ahead; see <see cref="CrashHost"/>.</summary>
    public void StartToCrash(string at, int secondsAhead) =>
        Launch([typeof(CrashHost).Assembly.Location, "--crash-at", at, "--later", $"{secondsAhead}", "--urls", Address.ToString()]);

    /// <summary>Starts it with settings of the test's own, without waiting for it.</summary>
    public void Launch(IEnumerable<string> arguments, params IEnumerable<(string Name, string? Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__WalkBuddy"] = $"Data Source={Database}";
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("ASPNETCORE_HTTP_PORTS");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process?.Dispose();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits for its end, which is near, and answers its exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process!.WaitForExitAsync(patience.Token);

        return _process.ExitCode;
    }

    public async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        await Until.TrueAsync(
            () => IsReadyAsync(http),
            Patience,
            () => $"The service did not become ready. It said:\n{Said}");
    }

    /// <summary>Ends it as a power cut would: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks it to end, as a service manager would: SIGTERM.</summary>
    public Task TerminateAsync() => SignalAsync("TERM");

    /// <summary>Sends it a signal, named as <c>kill</c> names it.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Whether a signal stopped it (state T): it is there, and does nothing.</summary>
    public bool IsStopped() =>
        File.ReadAllText($"/proc/{_process!.Id}/stat") is var line && line[(line.LastIndexOf(')') + 2)..].StartsWith('T');

    public void Dispose()
    {
        if (_process is { } running)
        {
            if (!running.HasExited)
            {
                running.Kill();
                running.WaitForExit();
            }

            running.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"The service ended with {_process.ExitCode}. It said:\n{Said}");
        }

        try
        {
            using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _said.Enqueue(text);
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
