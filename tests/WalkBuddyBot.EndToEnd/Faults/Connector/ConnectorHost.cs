using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace WalkBuddyBot.EndToEnd.Faults.Connector;

/// <summary>
/// A channel's connector, played by a process of its own that outlives the service it serves:
/// <c>WalkBuddyBot.EndToEnd.dll --connector LEDGER CLOCK --urls ...</c>. It speaks as much of the Bot Connector REST as a bot uses.
/// </summary>
internal static class ConnectorHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var file, var clockFile, .. var rest])
        {
            await Console.Error.WriteLineAsync("Use: --connector LEDGER CLOCK --urls http://127.0.0.1:PORT");
            return 2;
        }

        using var ledger = new CallLedger(file);
        using var clock = new SteeredClock(clockFile);
        var connector = new SimulatedConnector(ledger, clock);
        var builder = WebApplication.CreateSlimBuilder(rest);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPost("/v3/conversations/{conversation}/activities", (HttpContext http, string conversation) => connector.TakeAsync(http, conversation, null));
        app.MapPost("/v3/conversations/{conversation}/activities/{activity}", (HttpContext http, string conversation, string activity) =>
            connector.TakeAsync(http, conversation, activity));
        app.MapPut("/v3/conversations/{conversation}/activities/{activity}", (HttpContext http, string conversation, string activity) =>
            connector.TakeAsync(http, conversation, activity));

        // For the test alone.
        app.MapGet("/control/accepted/{number:int}", (int number, HttpContext http) => ledger.AcceptedAsync(number).WaitAsync(http.RequestAborted));
        app.MapPut("/control/faults", (ConnectorFaults faults) => connector.Do(faults));
        await app.RunAsync();
        return 0;
    }
}
