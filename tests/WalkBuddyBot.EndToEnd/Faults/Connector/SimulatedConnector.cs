using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace WalkBuddyBot.EndToEnd.Faults.Connector;

/// <summary>Decides what becomes of a call, writes it down, and answers.</summary>
internal sealed class SimulatedConnector(CallLedger ledger, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private ConnectorFaults _faults = new();
    private Random _random = new(0);
    private int _ids;

    public void Do(ConnectorFaults faults)
    {
        lock (_lock)
        {
            _faults = faults;
            _random = new Random(faults.Seed);
        }
    }

    public async Task TakeAsync(HttpContext http, string conversation, string? activity)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var (faults, ending) = Draw();
        var accepted = ending is ConnectorCall.Accepted or ConnectorFaults.AsLost or ConnectorFaults.AsEndless;
        ledger.Write(ConnectorCall.Of(http.Request.Method, conversation, activity, body, clock, accepted ? ConnectorCall.Accepted : ending));
        await AnswerAsync(http, faults, ending);
    }

    private (ConnectorFaults Faults, string Ending) Draw()
    {
        lock (_lock)
        {
            return (_faults, _faults.Draw(_random.NextDouble()));
        }
    }

    private async Task AnswerAsync(HttpContext http, ConnectorFaults faults, string ending)
    {
        switch (ending)
        {
            case ConnectorFaults.AsThrottled:
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                if (faults.RetryAfter is { } after)
                {
                    http.Response.Headers.RetryAfter = after;
                }

                return;
            case ConnectorFaults.AsFailing:
                http.Response.StatusCode = faults.Status;
                if (faults.Status is >= 300 and < 400)
                {
                    // Whoever follows it is called again, and that stands in the ledger.
                    http.Response.Headers.Location = http.Request.Path.Value;
                }

                return;
            case ConnectorFaults.AsReset or ConnectorFaults.AsLost:
                http.Abort();
                return;
            case ConnectorFaults.AsEndless:
                await DripAsync(http);
                return;
            default:
                if (faults.DelayMilliseconds > 0)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(faults.DelayMilliseconds), TimeProvider.System, http.RequestAborted);
                }

                var id = Interlocked.Increment(ref _ids).ToString("D7", CultureInfo.InvariantCulture);
                await http.Response.WriteAsJsonAsync(new { id = $"a{id}" }, http.RequestAborted);
                return;
        }
    }

    private static async Task DripAsync(HttpContext http)
    {
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.WriteAsync(" ", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, http.RequestAborted);
        }
    }
}
