using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>An example, and the verdict on it of a classifier that has not seen it or anything much like it.</summary>
/// <param name="Utterance">The example.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record HeldOut(Utterance Utterance, Verdict Verdict)
{
    /// <summary>What the parts said, to see what each of them adds.</summary>
    public required Evidence Evidence { get; init; }
}
