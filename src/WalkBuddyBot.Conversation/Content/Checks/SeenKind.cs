namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>What a text that people see is.</summary>
internal enum SeenKind
{
    /// <summary>A topic's name on a button.</summary>
    Title,

    /// <summary>A heading of the article.</summary>
    Section,

    /// <summary>A topic's short answer.</summary>
    Answer,

    /// <summary>A topic's further paragraph.</summary>
    Paragraph,

    /// <summary>A question as people type it; it may be offered as a button.</summary>
    Question,

    /// <summary>A tip.</summary>
    Tip,

    /// <summary>What a dialog or a reminder says.</summary>
    Phrase,

    /// <summary>What stands on a button.</summary>
    Choice,
}
