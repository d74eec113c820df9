using System.Net;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>No call is waited for without end.</summary>
public sealed class TimeoutTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up_and_says_when_to_ask_again()
    {
        await using var app = new WalkBuddyApp(Monday, also: services =>
        {
            services.AddHealthChecks().AddAsyncCheck("hangs", HangAsync, tags: ["ready"]);
            services.PostConfigure<RequestTimeoutOptions>(timeouts => timeouts.DefaultPolicy = Sooner(timeouts.DefaultPolicy!));
        });
        using var http = app.CreateClient();

        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Every_endpoint_has_a_limit_but_those_that_keep_their_own_and_the_files_of_the_page()
    {
        await using var app = new WalkBuddyApp(Monday);
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        var unlimited = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(path => !path.StartsWith("/v3/directline/", StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal));
        var limit = app.Services.GetRequiredService<IOptions<RequestTimeoutOptions>>().Value.DefaultPolicy!;

        Assert.Contains(endpoints, endpoint => endpoint.RoutePattern.RawText == "/health/ready");
        Assert.Empty(unlimited);
        Assert.Equal(TimeSpan.FromSeconds(10), limit.Timeout);
    }

    private static async Task<HealthCheckResult> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return HealthCheckResult.Healthy();
    }

    private static RequestTimeoutPolicy Sooner(RequestTimeoutPolicy policy) => new()
    {
        Timeout = TimeSpan.FromMilliseconds(50),
        TimeoutStatusCode = policy.TimeoutStatusCode,
        WriteTimeoutResponse = policy.WriteTimeoutResponse,
    };
}
