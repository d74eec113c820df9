namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>What stands before a word; the order is how strongly it parts.</summary>
internal enum Break
{
    /// <summary>Only a space.</summary>
    None,

    /// <summary>A comma, a dash, a bracket, a colon.</summary>
    Comma,

    /// <summary>A word such as "but": what was denied before it is not denied after it.</summary>
    Clause,

    /// <summary>A sentence's end or a new line.</summary>
    Sentence,
}
