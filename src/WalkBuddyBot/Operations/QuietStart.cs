namespace WalkBuddyBot.Operations;

/// <summary>
/// Until the service has started, the host does not log why it would not: it would print a stack above the one sentence that
/// <see cref="StartRefusal"/> says. What nobody can explain leaves the program as the exception that it is.
/// </summary>
internal sealed class QuietStart
{
    private IHostApplicationLifetime? _lifetime;

    public void AddTo(ILoggingBuilder logging) => logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", Passes);

    public void Watch(IHostApplicationLifetime lifetime) => _lifetime = lifetime;

    private bool Passes(LogLevel level) =>
        level >= LogLevel.Information && (level != LogLevel.Error || _lifetime?.ApplicationStarted.IsCancellationRequested == true);
}
