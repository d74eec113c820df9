using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>Everything our own rooms log, as text.</summary>
internal sealed class SpokenLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IEnumerable<string> Lines => _lines;

    public void AddTo(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this)
        .AddFilter((category, _) => category?.StartsWith("WalkBuddyBot", StringComparison.Ordinal) == true);

    public ILogger CreateLogger(string categoryName) => new Ear(_lines);

    public void Dispose()
    {
    }

    private sealed class Ear(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
