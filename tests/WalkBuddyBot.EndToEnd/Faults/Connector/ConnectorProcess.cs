using System.Diagnostics;
using System.Net.Http.Json;

namespace WalkBuddyBot.EndToEnd.Faults.Connector;

/// <summary>The simulator as the test holds it.</summary>
internal sealed class ConnectorProcess : IDisposable
{
    // A whole drill on a busy machine may be long between two kills.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _ledger;
    private readonly Process _process;
    private readonly HttpClient _http;

    private ConnectorProcess(string folder, string clock)
    {
        _ledger = Path.Combine(folder, "accepted.jsonl");
        Address = new($"http://127.0.0.1:{ServiceProcess.FreePort()}/");
        _http = new HttpClient { BaseAddress = Address, Timeout = Patience };
        _process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ConnectorProcess).Assembly.Location, "--connector", _ledger, clock, "--urls", Address.ToString()])
        {
            WorkingDirectory = folder,
        })!;
    }

    /// <summary>The service URL of everybody behind it.</summary>
    public Uri Address { get; }

    public static async Task<ConnectorProcess> StartAsync(string folder, string clock)
    {
        var connector = new ConnectorProcess(folder, clock);
        await Until.TrueAsync(connector.AnswersAsync, Patience, () => "The simulated connector did not start.");
        return connector;
    }

    /// <summary>Ends once it has accepted so many calls in all: a moment that no machine's pace changes.</summary>
    public async Task AcceptedAsync(int number)
    {
        using var answer = await _http.GetAsync(new Uri($"control/accepted/{number}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    public async Task DoAsync(ConnectorFaults faults)
    {
        using var answer = await _http.PutAsJsonAsync("control/faults", faults);
        answer.EnsureSuccessStatusCode();
    }

    public Task<IReadOnlyList<ConnectorCall>> CallsAsync() => ConnectorCall.ReadAsync(_ledger);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _http.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await AcceptedAsync(0);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
