using System.Net;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace WalkBuddyBot.Operations;

/// <summary>
/// <c>/metrics</c>: what is counted, for Prometheus. No person and no words are in it; in a house of three people even a total tells
/// ("one emergency yesterday"), so it answers this machine only, unless <c>Metrics:Public</c> says otherwise.
/// </summary>
internal static class Metrics
{
    public const string Path = "/metrics";

    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OtlpMetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    // A proxy on this machine calls from this machine for somebody else.
    private static readonly string[] ForSomebodyElse = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MetricsOptions>().BindConfiguration(MetricsOptions.Section).ValidateOnStart();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("walkbuddy", autoGenerateServiceInstanceId: false))
            .WithMetrics(metrics => metrics.AddMeters().AddExporters(configuration));
        return services;
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint(
        Path, meterProvider: null, branch => branch.Use(OnlyReadersAsync), optionsName: null);

    private static MeterProviderBuilder AddMeters(this MeterProviderBuilder metrics) => metrics
        .AddMeter("WalkBuddyBot.*")
        .AddAspNetCoreInstrumentation()
        .AddRuntimeInstrumentation()
        .AddView("http.server.request.duration", new ExplicitBucketHistogramConfiguration
        {
            // The route is our own template, never the path that was asked for.
            TagKeys = ["http.route", "http.request.method", "http.response.status_code"],
            Boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        });

    // Pushing is off unless the standard variables name a collector.
    private static void AddExporters(this MeterProviderBuilder metrics, IConfiguration configuration)
    {
        metrics.AddPrometheusExporter(prometheus => prometheus.ScopeInfoEnabled = false);
        if (configuration[OtlpEndpoint] is { Length: > 0 } || configuration[OtlpMetricsEndpoint] is { Length: > 0 })
        {
            metrics.AddOtlpExporter();
        }
    }

    private static Task OnlyReadersAsync(HttpContext http, RequestDelegate next)
    {
        if (http.RequestServices.GetRequiredService<IOptions<MetricsOptions>>().Value.Public || IsOfThisMachine(http))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // Named by a host of its own a page could be made to call this from a visitor's browser; no scraper on this machine needs one.
    private static bool IsOfThisMachine(HttpContext http) =>
        (http.Connection.RemoteIpAddress is not { } caller || IPAddress.IsLoopback(caller))
        && !ForSomebodyElse.Any(http.Request.Headers.ContainsKey)
        && IsLoopback(http.Request.Host.Host);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
