using System.Net;
using System.Net.Sockets;

namespace WalkBuddyBot.EndToEnd;

/// <summary>What keeps the real process from starting: one clear sentence that says what to do, and the exit code 1.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Without_an_app_id_Production_refuses_and_says_what_to_set() =>
        await RefusesAsync("MicrosoftAppId", [("ASPNETCORE_ENVIRONMENT", "Production"), ("DOTNET_ENVIRONMENT", "Production")]);

    [Theory]
    [InlineData("Nudges__PerTenantPerSecond", "51", "Nudges:PerTenantPerSecond")]
    [InlineData("Nudges__Grace", "10:00:00", "Nudges:Grace")]
    [InlineData("DirectLine__HistoryDays", "0", "DirectLine:HistoryDays")]
    [InlineData("DirectLine__PostsPerMinute", "0", "DirectLine:PostsPerMinute")]
    [InlineData("Http__HeadWithin", "00:10:00", "Http:HeadWithin")]
    [InlineData("Safety__EmergencyNumber", " ", "Safety:EmergencyNumber")]
    [InlineData("Bot__Auth__Mode", "Open", "Bot:Auth:Mode")]
    public async Task A_setting_out_of_range_is_named_with_what_is_allowed(string name, string value, string key) =>
        await RefusesAsync(key, [(name, value)]);

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var service = new ServiceProcess();

        service.Launch([ServiceProcess.Program, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"]);

        Assert.Equal(1, await service.ExitAsync());
        Assert.Contains("--urls", service.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_service_on_the_same_file_is_refused_and_the_first_goes_on()
    {
        using var first = new ServiceProcess();
        using var second = new ServiceProcess();
        await first.StartAsync();

        second.Launch([ServiceProcess.Program, "--urls", second.Address.ToString()], ("ConnectionStrings__WalkBuddy", $"Data Source={first.Database}"));

        Assert.Equal(1, await second.ExitAsync());
        Assert.Contains("in use", second.Said, StringComparison.Ordinal);
        await first.ReadyAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        using var service = new ServiceProcess();
        await File.WriteAllTextAsync(service.Database, "this is a shopping list, not a database; it goes on for a while so that it has a header");

        service.Launch([ServiceProcess.Program, "--urls", service.Address.ToString()]);

        Assert.Equal(1, await service.ExitAsync());
        Assert.Contains(service.Database, service.Said, StringComparison.Ordinal);
        Assert.StartsWith("this is a shopping list", await File.ReadAllTextAsync(service.Database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_end_it_ends_in_good_order_and_starts_again_on_the_same_file()
    {
        using var service = new ServiceProcess();
        await service.StartAsync();

        await service.TerminateAsync();

        Assert.Equal(0, await service.ExitAsync());
        await service.StartAsync();
    }

    [Fact]
    public async Task A_word_that_is_no_command_is_answered_with_where_to_look()
    {
        using var service = new ServiceProcess();

        service.Launch([ServiceProcess.Program, "servr"]);

        Assert.Equal(2, await service.ExitAsync());
        Assert.Contains("--help", service.Said, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(string naming, IEnumerable<(string, string?)> settings)
    {
        using var service = new ServiceProcess();

        service.Launch([ServiceProcess.Program, "--urls", service.Address.ToString()], settings);

        Assert.Equal(1, await service.ExitAsync());
        Assert.Contains(naming, service.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Said, StringComparison.Ordinal);
    }
}
