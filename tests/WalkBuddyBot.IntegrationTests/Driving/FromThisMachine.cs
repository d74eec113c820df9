using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace WalkBuddyBot.IntegrationTests.Driving;

/// <summary>A call in process comes from no address; here it comes from this machine, as one over a socket would.</summary>
internal sealed class FromThisMachine : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            http.Connection.RemoteIpAddress ??= IPAddress.Loopback;
            return rest(http);
        });
        next(app);
    };
}
