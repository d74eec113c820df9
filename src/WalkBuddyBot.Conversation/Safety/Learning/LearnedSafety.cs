using Microsoft.Extensions.Logging;
using WalkBuddyBot.Conversation.Understanding.Classifying.Files;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>
/// The model beside the program, with the encoder it learnt with. Without either, nothing is sensed and the rules stand alone; the log says
/// so once. What was found for the last messages is kept a while under a hash of their words, for a message is screened more than once on
/// its way.
/// </summary>
internal sealed partial class LearnedSafety : ILearnedSafety
{
    private readonly Lazy<DangerSense?> _sense;
    private readonly SensedBefore _before = new();

    public LearnedSafety(Book book, Func<ISentenceEncoder> encoder, string modelFile, ILogger<LearnedSafety> logger) =>
        _sense = new(() => Load(book, encoder, modelFile, logger));

    /// <inheritdoc/>
    public Sensed? Sense(string text) => _sense.Value is { } sense ? _before.Of(text, sense.Sense) : null;

    private static DangerSense? Load(Book book, Func<ISentenceEncoder> encoder, string modelFile, ILogger logger)
    {
        try
        {
            return new(DangerFile.Read(modelFile), book, encoder());
        }
        catch (Exception wrong) when (wrong is ModelException or EncoderException)
        {
            LogAlone(logger, wrong.Message);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Signs of danger are found by the rules alone, without what was learnt from examples: {Problem}")]
    private static partial void LogAlone(ILogger logger, string problem);
}
