using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using WalkBuddyBot.Settings;

namespace WalkBuddyBot.Operations;

/// <summary>
/// What one caller can take of the server before any code of ours runs: every number is set here, so that none changes with the framework.
/// </summary>
internal sealed class HttpLimits(IOptions<HttpOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    private const int Kilobyte = 1024;

    // Whoever waits longer has gone, or asks again.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    // Bytes a second, after a grace: slower than any telephone, faster than a drip.
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static IServiceCollection Add(IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, HttpLimits>();
        return services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = AnswerWithin,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = static http =>
            {
                http.Response.Headers.RetryAfter = "1";
                return Task.CompletedTask;
            },
        });
    }

    public void Configure(KestrelServerOptions kestrel)
    {
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = options.Value.Connections;

        // DirectLine:Sockets counts the streams, and says so before the upgrade; here one too many would be an error of ours.
        limits.MaxConcurrentUpgradedConnections = null;
        limits.RequestHeadersTimeout = options.Value.HeadWithin;
        limits.KeepAliveTimeout = options.Value.IdleFor;

        // A browser and two proxies send about thirty headers in 4 KB, our longest address has 700 characters.
        limits.MaxRequestLineSize = 4 * Kilobyte;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 16 * Kilobyte;

        // The largest that any endpoint takes, each of which asks for less where it can; and what may wait in memory unread.
        limits.MaxRequestBodySize = 256 * Kilobyte;
        limits.MaxRequestBufferSize = 128 * Kilobyte;
        limits.MaxResponseBufferSize = 64 * Kilobyte;
        limits.MinRequestBodyDataRate = Slowest;
        limits.MinResponseDataRate = Slowest;
    }
}
