using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>The classes that the parts tell apart: every label in scope, and out of scope as two, near and far.</summary>
internal static class ClassTable
{
    /// <summary>How many are in scope. They come first.</summary>
    public static int InScope => UtteranceLabels.InScope.Length;

    /// <summary>Out of scope though it sounds like ours.</summary>
    public static int Near => InScope;

    /// <summary>Out of scope, about anything.</summary>
    public static int Far => InScope + 1;

    /// <summary>All of them.</summary>
    public static int Count => InScope + 2;

    /// <summary>The class of an example.</summary>
    public static int Of(Utterance utterance) => utterance.Group switch
    {
        UtteranceGroups.Near => Near,
        UtteranceGroups.Far => Far,
        _ => UtteranceLabels.InScope.IndexOf(utterance.Label),
    };
}
