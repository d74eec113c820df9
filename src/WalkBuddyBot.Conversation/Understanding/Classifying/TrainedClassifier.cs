using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>A model and the encoder it learnt with.</summary>
internal sealed class TrainedClassifier(ClassifierModel model, ISentenceEncoder encoder) : IClassifier
{
    public Verdict Classify(string words) => model.Judged(words, encoder.EncodeDeeply(ClassifierText.Plain(words)));
}
