using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>Hears every error and every exception that anybody logs: what the outermost handler caught is a crash.</summary>
internal sealed class Crashes : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _heard = new();

    /// <summary>What was heard since the last time.</summary>
    public string? Take()
    {
        var all = new List<string>();
        while (_heard.TryDequeue(out var one))
        {
            all.Add(one);
        }

        return all.Count == 0 ? null : string.Join(Environment.NewLine, all);
    }

    public ILogger CreateLogger(string categoryName) => new Ear(categoryName, _heard);

    public void Dispose()
    {
    }

    private sealed class Ear(string category, ConcurrentQueue<string> heard) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error || exception is not null)
            {
                heard.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
