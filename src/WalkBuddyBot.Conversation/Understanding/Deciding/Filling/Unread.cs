using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Deciding.Filling;

/// <summary>What a scan left over that could have been part of a time.</summary>
internal static class Unread
{
    private static readonly FrozenSet<string> Links = Vocabulary.Set(
        """
        and or then also plus to from at on the my not instead of for make move change one walk walks reminder but no till until
        a an in every each nudge rather than by with another again
        """);

    private static readonly FrozenSet<string> Parts = Vocabulary.Set("quarter quarters half halves couple few several dozen");

    /// <summary>Whether a number, or a part of one, is left that nothing read.</summary>
    public static bool In(Scan scan) => scan.Rest.Any(token => IsNumber(token) || Parts.Contains(token.Text));

    /// <summary>Whether the times are a list, with nothing but "and" and commas between.</summary>
    public static bool IsList(Scan scan)
    {
        var times = scan.Pieces.Where(piece => piece is Piece.Clock).ToList();
        return times.Skip(1).Zip(times).All(pair => scan.Tokens[pair.Second.End..pair.First.Start].All(token =>
            token.Text is "and" or "at" or "," or "&" or "then" or "also" or "plus"));
    }

    /// <summary>Whether clock times stand in different parts of a story: "I get up at 6, so walk me at 7".</summary>
    public static bool IsApart(Scan scan)
    {
        var times = scan.Pieces.Where(piece => piece is Piece.Clock or Piece.Window or Piece.Interval).ToList();
        for (var i = 1; i < times.Count; i++)
        {
            for (var at = times[i - 1].End; at < times[i].Start; at++)
            {
                var token = scan.Tokens[at];
                var read = scan.Pieces.Any(piece => piece.Start <= at && at < piece.End);
                if (!read && (token.Kind == TokenKind.Mark ? token.Text is "." or "!" or "?" or ";" : !Links.Contains(token.Text)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether it is a number, in figures or in words.</summary>
    public static bool IsNumber(Token token) => token.Text != "one" && Numbers.Whole(new Reader([token], default), 0).Length > 0;
}
