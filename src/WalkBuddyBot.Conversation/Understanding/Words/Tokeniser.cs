using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>Cuts a folded text into words, numbers and signs, in one pass.</summary>
internal static class Tokeniser
{
    public static ImmutableArray<Token> Cut(string folded)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var end = -1;
        for (var at = 0; at < folded.Length;)
        {
            if (folded[at] == ' ')
            {
                at++;
                continue;
            }

            var (kind, next) = Extent(folded, at);
            var glued = end == at;
            Add(tokens, folded[at..next], kind, glued, at, next);
            at = end = next;
        }

        return tokens.DrainToImmutable();
    }

    private static (TokenKind Kind, int Next) Extent(string text, int at)
    {
        var next = at + 1;
        if (char.IsAsciiDigit(text[at]))
        {
            while (next < text.Length && char.IsAsciiDigit(text[next]))
            {
                next++;
            }

            return (TokenKind.Number, next);
        }

        if (!char.IsLetter(text[at]))
        {
            return (TokenKind.Mark, next);
        }

        while (next < text.Length && (char.IsLetter(text[next]) || IsInnerApostrophe(text, next)))
        {
            next++;
        }

        return (TokenKind.Word, next);
    }

    private static bool IsInnerApostrophe(string text, int at) =>
        text[at] == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static void Add(ImmutableArray<Token>.Builder tokens, string text, TokenKind kind, bool glued, int start, int end)
    {
        if (kind != TokenKind.Word)
        {
            tokens.Add(new Token(text, kind, glued, start, end));
            return;
        }

        foreach (var word in Contractions.Expand(text))
        {
            tokens.Add(new Token(word, kind, glued, start, end));
            glued = false;
        }
    }
}
