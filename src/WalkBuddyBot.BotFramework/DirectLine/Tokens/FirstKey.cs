using Microsoft.Extensions.Hosting;

namespace WalkBuddyBot.BotFramework.DirectLine.Tokens;

/// <summary>
/// Reads the signing keys, or makes the first one, at start: the first visitor need not wait for it, and readiness can ask for it.
/// </summary>
internal sealed class FirstKey(Keyring keys) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => keys.NewestAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
