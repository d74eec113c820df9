using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>
/// A time or a day that is taken back in the same breath: "remind me at 9, no wait 10" says ten. What was said second takes the place of
/// the last of its kind before it; where that is not plain, the message stays as it is.
/// </summary>
internal static class SecondThought
{
    private static readonly FrozenSet<string> Turns = new[] { "no", "wait", "actually", "sorry", "rather", "oops" }.ToFrozenSet();

    private static readonly FrozenSet<string> Between =
        Turns.Concat(["make", "it", "i", "mean", "meant", "at", "on", "better"]).ToFrozenSet();

    /// <summary>The text with the second thought in the place of the first; null where there is none.</summary>
    public static string? Of(Message message)
    {
        var (tokens, pieces) = (message.Tokens, message.Scan.Pieces);
        if (pieces is not [.., _, Piece.Clock or Piece.Days { Except: false }] || pieces[^1].End < LastWord(tokens))
        {
            return null;
        }

        var second = pieces[^1];
        var turn = second.Start;
        while (turn > 0 && (tokens[turn - 1].Kind == TokenKind.Mark || Between.Contains(tokens[turn - 1].Text)))
        {
            turn--;
        }

        var said = tokens[turn..second.Start].Where(token => token.Kind != TokenKind.Mark).ToList();
        var first = pieces[..^1].LastOrDefault(piece => piece.End <= turn && piece.GetType() == second.GetType());
        return said is [var head, ..] && Turns.Contains(head.Text) && first is not null && turn > 0
            ? message.Folded[..tokens[first.Start].Start] + message.Folded[tokens[second.Start].Start..tokens[second.End - 1].End]
                + message.Folded[tokens[first.End - 1].End..tokens[turn - 1].End]
            : null;
    }

    private static int LastWord(ImmutableArray<Token> tokens)
    {
        var end = tokens.Length;
        while (end > 0 && tokens[end - 1].Kind == TokenKind.Mark)
        {
            end--;
        }

        return end;
    }
}
