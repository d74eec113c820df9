using System.Net;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>What a load balancer sees of the service.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Ends once the service says that it cannot do its work. It must say so: a service that is gone says nothing.</summary>
    public static Task RedAsync(Drill drill) => BecomesAsync(drill, HttpStatusCode.ServiceUnavailable);

    public static Task GreenAsync(Drill drill) => BecomesAsync(drill, HttpStatusCode.OK);

    private static async Task BecomesAsync(Drill drill, HttpStatusCode wanted)
    {
        using var http = new HttpClient { BaseAddress = drill.Service.Address };
        await Until.TrueAsync(
            async () =>
            {
                using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
                return answer.StatusCode == wanted;
            },
            Patience,
            () => $"Readiness did not become {wanted}. The service said:\n{drill.Service.Said}");
    }
}
