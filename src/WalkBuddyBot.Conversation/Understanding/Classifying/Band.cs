namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>What to do with a message, from how surely it is in scope.</summary>
internal enum Band
{
    /// <summary>Say that this is not in the article, and name the nearest topics.</summary>
    Decline,

    /// <summary>Ask which of the best few was meant.</summary>
    Offer,

    /// <summary>Answer.</summary>
    Answer,
}
