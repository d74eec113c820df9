using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>
/// The model beside the program, with the encoder it learnt with. Without either, nothing is sensed and the rules stand alone. What was found
/// for the last messages is kept a while under a hash of their words, for a message is screened more than once on its way.
/// </summary>
internal sealed class LearnedSafety : ILearnedSafety
{
    private readonly Lazy<DangerSense?> _sense;
    private readonly SensedBefore _before = new();

    public LearnedSafety(Book book, Func<ISentenceEncoder> encoder, string modelFile) => _sense = new(() =>
        DangerFile.Read(modelFile) is { } model ? new DangerSense(model, book, encoder()) : null);

    /// <inheritdoc/>
    public Sensed? Sense(string text) => _sense.Value is { } sense ? _before.Of(text, sense.Sense) : null;
}
