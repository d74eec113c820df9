using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>An example, and the verdict on it of a classifier that has not seen it or anything much like it.</summary>
internal sealed record HeldOut(Utterance Utterance, Verdict Verdict);
