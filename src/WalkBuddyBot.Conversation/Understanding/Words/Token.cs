namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>One sign.</summary>
    Mark,
}

/// <summary>A word, a number or a sign of a message.</summary>
/// <param name="Text">As folded and corrected.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Glued">Whether nothing stood between it and the token before.</param>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="End">Where it ends there.</param>
internal readonly record struct Token(string Text, TokenKind Kind, bool Glued, int Start, int End)
{
    /// <summary>Whether it is this sign.</summary>
    public bool IsMark(char mark) => Kind == TokenKind.Mark && Text[0] == mark;

    /// <summary>Whether it is this sign with no space before.</summary>
    public bool IsGluedMark(char mark) => Glued && IsMark(mark);
}
