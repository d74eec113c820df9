using System.ComponentModel.DataAnnotations;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.Operations;

namespace WalkBuddyBot.Tests.Operations;

/// <summary>Each refusal is one sentence that names the key, the value and what is allowed; the exceptions are the real ones.</summary>
public sealed class StartRefusalTests
{
    [Theory]
    [InlineData("Length", "abc", "Section:Length is 'abc'; allowed is a length of time such as 00:00:10 (hours, minutes, seconds).")]
    [InlineData("Number", "many", "Section:Number is 'many'; allowed is a whole number.")]
    [InlineData("Switch", "maybe", "Section:Switch is 'maybe'; allowed is true or false.")]
    [InlineData("Number", "31", "Section:Number must be 0 to 9.")]
    public void A_setting_that_cannot_be_read_is_explained(string key, string value, string words)
    {
        using var services = Configured(($"Section:{key}", value)).BuildServiceProvider();

        var refusal = Record.Exception(() => services.GetRequiredService<IOptions<Sample>>().Value);

        Assert.Equal(words, StartRefusal.Explain(refusal!));
    }

    [Fact]
    public void A_level_of_logging_that_does_not_exist_is_explained()
    {
        using var services = Configured(("Logging:LogLevel:Default", "Loud")).AddLogging().BuildServiceProvider();

        var refusal = Record.Exception(() => services.GetRequiredService<ILoggerFactory>().CreateLogger("any"));

        Assert.StartsWith("A level below Logging:LogLevel is 'Loud'; allowed is Trace, Debug", StartRefusal.Explain(refusal!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "Urls is 'nonsense'; allowed is an address such as http://localhost:3978.")]
    [InlineData("http://localhost:99999", "Urls names a port that is none; allowed is 0 to 65535.")]
    public async Task An_address_that_is_none_is_explained(string urls, string words)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", urls]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();

        var refusal = await Record.ExceptionAsync(() => app.StartAsync());

        Assert.Equal(words, StartRefusal.Explain(refusal!));
    }

    [Fact]
    public async Task A_port_in_use_is_explained()
    {
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var builder = WebApplication.CreateSlimBuilder(["--urls", $"http://{other.LocalEndpoint}"]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();

        var refusal = await Record.ExceptionAsync(() => app.StartAsync());

        Assert.EndsWith("Choose another with --urls http://localhost:PORT, or end the program that has it.", StartRefusal.Explain(refusal!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_settings_that_is_no_json_is_named()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("walkbuddy-").FullName, "appsettings.json");
        File.WriteAllText(file, "{ \"Nudges\": ");

        var refusal = Record.Exception(() => new ConfigurationBuilder().AddJsonFile(file).Build());

        Assert.Contains(file, StartRefusal.Explain(refusal!), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_can_explain_stays_a_defect()
    {
        Assert.Null(StartRefusal.Explain(new InvalidOperationException("Sequence contains no elements.")));
        Assert.Null(StartRefusal.Explain(new FormatException("The input string was not in a correct format.")));
    }

    private static IServiceCollection Configured(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.AddConfiguration(configuration.GetSection("Logging")));
        services.AddOptions<Sample>().BindConfiguration("Section").ValidateDataAnnotations();
        return services;
    }

    private sealed class Sample
    {
        public TimeSpan Length { get; set; }

        [Range(0, 9, ErrorMessage = "Section:Number must be 0 to 9.")]
        public int Number { get; set; }

        public bool? Switch { get; set; }
    }
}
