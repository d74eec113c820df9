using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.DirectLine;
using WalkBuddyBot.BotFramework.Messages;
using WalkBuddyBot.BotFramework.Messages.Trust;
using WalkBuddyBot.Settings;

namespace WalkBuddyBot.Operations;

/// <summary>
/// In mode NoneLoopbackOnly nobody proves themselves, so the service starts only where nobody but this machine can reach it, and says what
/// mode it is in. Asked before the server listens, of the settings, and after, of the addresses it really took.
/// </summary>
internal sealed partial class LoopbackOnly(
    IOptions<BotOptions> bot,
    IOptions<ForwardedHeadersOptions> forwarded,
    IOptions<DirectLineOptions> directLine,
    IConfiguration configuration,
    IServer server,
    ILogger<LoopbackOnly> logger) : IHostedLifecycleService
{
    private const string Mode = $"Bot:Auth:Mode is {AuthModes.NoneLoopbackOnly}";

    private bool IsOn => bot.Value.InboundMode == InboundMode.NoneLoopbackOnly;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (IsOn)
        {
            Refuse(ListenAddresses.Of(configuration));
            RefuseProxies();
        }

        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (IsOn)
        {
            Refuse(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
            LogMode();
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Refuse(IEnumerable<string> addresses)
    {
        if (addresses.FirstOrDefault(address => !IsLoopback(BindingAddress.Parse(address))) is { } open)
        {
            throw Refusal(
                $"{Mode}, but {open} is an address that other machines may reach. Listen on localhost, 127.0.0.1 or [::1] (Urls), "
                + $"or set Bot:Auth:Mode to {AuthModes.Tokens} or {AuthModes.Off}.");
        }
    }

    private static bool IsLoopback(BindingAddress address) =>
        address is { IsUnixPipe: false, IsNamedPipe: false } && Loopback.IsHost(address.Host);

    private static OptionsValidationException Refusal(string why) => new(Options.DefaultName, typeof(BotOptions), [why]);

    private void RefuseProxies()
    {
        if (configuration.GetValue<bool>("ForwardedHeaders_Enabled") || forwarded.Value.ForwardedHeaders != ForwardedHeaders.None
            || !string.IsNullOrWhiteSpace(directLine.Value.Proxies))
        {
            throw Refusal(
                $"{Mode}, but forwarded headers are handled (ASPNETCORE_FORWARDEDHEADERS_ENABLED, DirectLine:Proxies), and behind a proxy "
                + $"every caller looks local. Unset them, or set Bot:Auth:Mode to {AuthModes.Tokens} or {AuthModes.Off}.");
        }
    }

    [LoggerMessage(1, LogLevel.Warning, Mode + ": whoever calls /api/messages from this machine is believed. For development only.")]
    private partial void LogMode();
}
