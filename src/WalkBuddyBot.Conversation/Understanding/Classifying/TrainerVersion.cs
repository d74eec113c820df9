namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>
/// Names how models are learnt. Raise it with any change that makes another model of the same examples: in how messages are read for the
/// classifier, in its parts or in how they learn. The build looks at this file to know that it must train again.
/// </summary>
internal static class TrainerVersion
{
    public const int Current = 3;
}
