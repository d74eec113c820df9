namespace WalkBuddyBot.Conversation.Safety;

/// <summary>What holds for every sign of a sentence.</summary>
/// <param name="Happens">It says that something is happening now.</param>
/// <param name="Newly">It says that something is new or getting worse.</param>
/// <param name="Recent">It speaks of today or yesterday.</param>
/// <param name="InGeneral">It is a question about nobody in particular.</param>
/// <param name="Told">It tells of a film, a book, an article.</param>
internal sealed record SentenceFacts(bool Happens, bool Newly, bool Recent, bool InGeneral, bool Told);
