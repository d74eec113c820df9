using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.BotFramework.DirectLine;
using WalkBuddyBot.Operations;
using WalkBuddyBot.Settings;
using WalkBuddyBot.Tests.BotFramework;

namespace WalkBuddyBot.Tests.Operations;

/// <summary>Where nobody proves themselves, the service starts only where nobody else can reach it.</summary>
public sealed class LoopbackOnlyTests
{
    [Theory]
    [InlineData("urls", "http://0.0.0.0:4199")]
    [InlineData("urls", "http://*:4199")]
    [InlineData("urls", "http://[::]:4199")]
    [InlineData("urls", "http://bot.example.org:4199")]
    [InlineData("urls", "http://localhost:4199;http://192.168.1.5:4199")]
    [InlineData("http_ports", "4199")]
    [InlineData("https_ports", "4199")]
    [InlineData("Kestrel:Endpoints:Any:Url", "http://+:4199")]
    [InlineData("ForwardedHeaders_Enabled", "true")]
    [InlineData("DirectLine:Proxies", "10.0.0.0/8")]
    public async Task It_refuses_to_start_where_others_could_call(string key, string value)
    {
        await using var app = App("NoneLoopbackOnly", new SpokenLog(), (key, value));

        var refusal = await Record.ExceptionAsync(() => app.StartAsync());

        var words = StartRefusal.Explain(refusal!);
        Assert.StartsWith("Bot:Auth:Mode is NoneLoopbackOnly, but ", words, StringComparison.Ordinal);
        Assert.EndsWith("set Bot:Auth:Mode to Tokens or Off.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_refuses_as_well_when_a_program_turned_forwarded_headers_on()
    {
        await using var app = App("NoneLoopbackOnly", new SpokenLog(), forwarded: ForwardedHeaders.XForwardedFor, settings: ("urls", "http://127.0.0.1:0"));

        var refusal = await Record.ExceptionAsync(() => app.StartAsync());

        Assert.Contains("forwarded headers", StartRefusal.Explain(refusal!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_refuses_addresses_that_no_setting_named()
    {
        await using var app = App("NoneLoopbackOnly", new SpokenLog());
        app.Urls.Add("http://0.0.0.0:0");

        var refusal = await Record.ExceptionAsync(() => app.StartAsync());

        Assert.Contains("0.0.0.0", StartRefusal.Explain(refusal!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:0")]
    public async Task On_loopback_it_starts_and_says_its_mode_once_as_a_warning(string urls)
    {
        var log = new SpokenLog();
        await using var app = App("NoneLoopbackOnly", log, ("urls", urls));

        await app.StartAsync();

        Assert.Single(log.Lines, line => line.StartsWith("Warning: Bot:Auth:Mode is NoneLoopbackOnly", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Off")]
    [InlineData("Tokens")]
    public async Task In_any_other_mode_it_listens_where_it_is_told_and_says_nothing(string mode)
    {
        var log = new SpokenLog();
        await using var app = App(mode, log, ("urls", "http://0.0.0.0:0"), ("ForwardedHeaders_Enabled", "true"));

        await app.StartAsync();

        Assert.NotEmpty(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses);
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    private static WebApplication App(string mode, SpokenLog log, params (string Key, string Value)[] settings) =>
        App(mode, log, ForwardedHeaders.None, settings);

    private static WebApplication App(string mode, SpokenLog log, ForwardedHeaders forwarded, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.WebHost.UseKestrelCore();
        if (builder.Configuration["urls"] is { } urls)
        {
            builder.WebHost.UseUrls(urls);
        }

        builder.Services.AddLogging(log.AddTo);
        builder.Services.Configure<BotOptions>(bot => bot.Mode = mode);
        builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = forwarded);
        builder.Services.AddOptions<DirectLineOptions>().BindConfiguration(DirectLineOptions.Section);
        builder.Services.AddHostedService<LoopbackOnly>();
        return builder.Build();
    }
}
