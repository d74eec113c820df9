using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Tests.Operations;

/// <summary>A setting of one room reaches the other that works by it.</summary>
public sealed class WiringTests
{
    [Fact]
    public async Task The_memory_leases_and_paces_as_the_nudges_are_set()
    {
        var builder = WebApplication.CreateSlimBuilder(["--Nudges:Lease=00:00:20", "--Nudges:PerTenantPerSecond=7"]);
        builder.Services.AddWalkBuddy(builder.Configuration);
        await using var app = builder.Build();

        Assert.Equal(Duration.FromSeconds(20), app.Services.GetRequiredService<LeaseOptions>().Taken);
        var pace = app.Services.GetRequiredService<PaceOptions>();
        Assert.Equal((7, 0), (pace.PerSecond("contoso"), pace.PerSecond(PaceOptions.ReplyLane)));
    }
}
