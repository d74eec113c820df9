using Microsoft.Extensions.Hosting;
using Moq;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class NudgeOptionsTests
{
    [Fact]
    public void The_defaults_hold()
    {
        Assert.True(Check(new NudgeOptions(), "Production").Succeeded);
    }

    [Fact]
    public void No_pacing_is_for_development_only()
    {
        var options = new NudgeOptions { PerTenantPerSecond = 0 };

        Assert.True(Check(options, "Development").Succeeded);
        Assert.Equal(
            "Nudges:PerTenantPerSecond is 0; allowed is 1 to 50 (0, no pacing, is for Development only).",
            Check(options, "Production").FailureMessage);
    }

    [Fact]
    public void A_mistake_is_told_with_its_key_its_value_and_what_is_allowed()
    {
        var options = new NudgeOptions { PerTenantPerSecond = 51, Grace = TimeSpan.FromHours(7), Lease = TimeSpan.Zero, InFlight = 0 };

        Assert.Equal(
            [
                "Nudges:PerTenantPerSecond is 51; allowed is 1 to 50.",
                "Nudges:InFlight is 0; allowed is 1 to 256.",
                "Nudges:Grace is 07:00:00; allowed is 00:01:00 to 06:00:00.",
                "Nudges:Lease is 00:00:00; allowed is 00:00:05 to 00:01:00.",
            ],
            Check(options, "Development").Failures);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(NudgeOptions options, string environment) =>
        new NudgeOptionsValidator(Mock.Of<IHostEnvironment>(host => host.EnvironmentName == environment)).Validate(null, options);
}
