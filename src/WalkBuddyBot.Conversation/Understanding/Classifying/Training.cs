using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>What training made.</summary>
/// <param name="Classifier">The classifier that learnt from all examples.</param>
/// <param name="HeldOut">Each example judged by one that had not seen it.</param>
internal sealed record Training(IClassifier Classifier, ImmutableArray<HeldOut> HeldOut);
