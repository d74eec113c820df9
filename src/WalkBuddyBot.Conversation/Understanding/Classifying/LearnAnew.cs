using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>
/// Learns again in the background when the content was edited after the model was made. Until it is done topics are found by their words.
/// </summary>
internal sealed partial class LearnAnew(ClassifierSource source, TimeProvider time, ILogger<LearnAnew> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source.Stale is not { } reason)
        {
            return;
        }

        Log.Begins(logger, reason);
        var start = time.GetTimestamp();
        try
        {
            // A thread of its own: the pool must stay free for those who talk.
            // A service that stops does not wait for it.
            await Task.Factory.StartNew(source.LearnAnew, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(stoppingToken);
            Log.Done(logger, time.GetElapsedTime(start));
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // The service goes on as it is: it answers worse, and does not fall silent.
            Log.Failed(logger, wrong);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Warning, "The model of understanding is not used: {Reason}. It learns anew; until then topics are found by words.")]
        public static partial void Begins(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "Understanding has learnt from the installed content in {Took}.")]
        public static partial void Done(ILogger logger, TimeSpan took);

        [LoggerMessage(3, LogLevel.Error, "Understanding could not learn from the installed content; topics are found by their words.")]
        public static partial void Failed(ILogger logger, Exception wrong);
    }
}
