using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>The tokens of a message, to look at from any place without running off an end.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Today">The local date, for words like "tomorrow".</param>
internal sealed record Reader(ImmutableArray<Token> Tokens, LocalDate Today)
{
    /// <summary>The text where there is no token.</summary>
    public const string End = "\0";

    private static readonly Token Nothing = new(End, TokenKind.Mark, Glued: false, 0, 0);

    public Token this[int at] => at >= 0 && at < Tokens.Length ? Tokens[at] : Nothing;

    public string Text(int at) => this[at].Text;

    /// <summary>Whether the word at a place is one of these.</summary>
    public bool Is(int at, params ReadOnlySpan<string> words)
    {
        var text = Text(at);
        foreach (var word in words)
        {
            if (text == word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many tokens from a place on are exactly these words: all of them, or 0.</summary>
    public int Follows(int at, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Text(at + i) != words[i])
            {
                return 0;
            }
        }

        return words.Length;
    }
}
