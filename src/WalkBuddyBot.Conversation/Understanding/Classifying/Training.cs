using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>What training made.</summary>
/// <param name="Model">What was learnt from all examples.</param>
/// <param name="HeldOut">Each example judged by a classifier that had not seen it.</param>
internal sealed record Training(ClassifierModel Model, ImmutableArray<HeldOut> HeldOut);
