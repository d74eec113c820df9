namespace WalkBuddyBot.Conversation.Understanding.Utterances;

/// <summary>The kinds of examples.</summary>
internal static class UtteranceGroups
{
    /// <summary>A question that the article answers.</summary>
    public const string Topic = "topic";

    /// <summary>A wish, or a courtesy.</summary>
    public const string Intent = "intent";

    /// <summary>Out of scope, though it sounds like ours: shoes, knees, pills.</summary>
    public const string Near = "near";

    /// <summary>Out of scope, and about anything.</summary>
    public const string Far = "far";
}
