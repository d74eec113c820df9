namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>Cuts a folded text at spaces and signs.</summary>
internal static class Pieces
{
    public static List<Piece> Of(string text)
    {
        var pieces = new List<Piece>(text.Length / 5);
        var before = Break.None;
        for (var at = 0; at < text.Length;)
        {
            if (!InWord(text, at))
            {
                var parts = BreakAt(text, ref at, pieces);
                before = parts > before ? parts : before;
                continue;
            }

            var start = at;
            while (at < text.Length && InWord(text, at))
            {
                at++;
            }

            var word = text[start..at].Trim('\'', '*', '@', '$', '!');
            if (word.Length > 0)
            {
                pieces.Add(new Piece(word, before, Asked: false));
                before = Break.None;
            }
        }

        return pieces;
    }

    private static bool InWord(string text, int at)
    {
        var sign = text[at];
        if (char.IsLetterOrDigit(sign) || char.IsSurrogate(sign))
        {
            return true;
        }

        var between = at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
        return sign switch
        {
            '\'' or '*' or '@' or '$' => true,
            '.' or ',' => between && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            '!' => between && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]) && at >= 2 && text[at - 2] is ' ' or '1',
            _ => false,
        };
    }

    private static Break BreakAt(string text, ref int at, List<Piece> pieces)
    {
        var sign = text[at++];
        switch (sign)
        {
            case '.' when at < text.Length && text[at] == '.':
                // Dots in a row are a pause for thought, not an end.
                while (at < text.Length && text[at] == '.')
                {
                    at++;
                }

                return Break.Comma;
            case '?':
                if (pieces.Count > 0)
                {
                    pieces[^1] = pieces[^1] with { Asked = true };
                }

                return Break.Sentence;
            case '.' or '!' or ';' or '\n' or '\r':
                return Break.Sentence;
            case ',' or ':' or '(' or ')' or '\u2014' or '\u2013' or '"' or '\u201C' or '\u201D':
                return Break.Comma;
            case '-' when at < text.Length && text[at] == ' ' && at >= 2 && text[at - 2] == ' ':
                return Break.Comma;
            default:
                return Break.None;
        }
    }
}
