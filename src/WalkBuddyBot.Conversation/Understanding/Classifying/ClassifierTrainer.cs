using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>Learns from examples. The same examples give the same classifier, on any number of threads.</summary>
internal static class ClassifierTrainer
{
    /// <summary>Learns from all examples.</summary>
    public static Training Train(UtteranceSet set, ISentenceEncoder encoder) => throw new NotImplementedException();

    /// <summary>Judges each example by a classifier that learnt from the other folds only, thresholds and all. In the order of the set.</summary>
    public static ImmutableArray<HeldOut> CrossValidate(UtteranceSet set, ISentenceEncoder encoder) => throw new NotImplementedException();
}
