using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace WalkBuddyBot.EndToEnd;

/// <summary>The real service in a process of its own, with a data folder of its own. It can be killed and started again on both.</summary>
public sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program =
        typeof(ServiceProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Service").Value!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("walkbuddy-");
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    /// <summary>Starts the service and returns when it says that it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program, "--urls", Address.ToString()])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__WalkBuddy"] = $"Data Source={Path.Combine(_folder.FullName, "walkbuddy.db")}";
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("ASPNETCORE_HTTP_PORTS");

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var http = new HttpClient { BaseAddress = Address };
        await Until.TrueAsync(
            () => IsReadyAsync(http),
            Patience,
            () => $"The service did not become ready. It said:\n{string.Join('\n', _said)}");
    }

    /// <summary>Ends it as a power cut would: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is { } running)
        {
            running.Kill();
            running.WaitForExit();
            running.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"The service ended with {_process.ExitCode}. It said:\n{string.Join('\n', _said)}");
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
