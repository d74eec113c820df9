using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Numbers and words of time that no piece took: what they mean would be a guess.</summary>
internal static class Leftover
{
    private static readonly FrozenSet<string> Ends = Vocabulary.Set("until till til");

    private static readonly FrozenSet<string> Single = Vocabulary.Set("once one off time single only");

    /// <summary>Whether any is left of a wish for a reminder.</summary>
    public static bool In(Scan scan, Gathered gathered)
    {
        var rest = scan.Rest;
        for (var i = 0; i < rest.Length; i++)
        {
            if (IsLeft(scan, gathered, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is a number, in figures or in words.</summary>
    public static bool IsNumber(Token token) => token.Text != "one" && Numbers.Whole(new Reader([token], default), 0).Length > 0;

    private static bool IsLeft(Scan scan, Gathered gathered, int at)
    {
        var token = scan.Rest[at];
        if (token.Kind == TokenKind.Number || IsNumber(token))
        {
            // "remind me 2 walk"
            return !(token.Text is "2" && Beside(scan, token, 1) is "walk" or "go");
        }

        if (DayNames.Find(token.Text) is not null)
        {
            return true;
        }

        if (!Vocabulary.Times.Contains(token.Text) || Ends.Contains(token.Text) || (gathered.Single && Single.Contains(token.Text)))
        {
            return false;
        }

        return token.Text switch
        {
            "only" => Beside(scan, token, 1) is "if" or "when" or "after" or "before",
            "am" => Beside(scan, token, -1) is not "i",
            "from" => Beside(scan, token, 1) is not "now",
            "week" => !(Beside(scan, token, -1) is "this" && gathered.Date is not null),
            "any" => !scan.Pieces.Any(piece => piece is Piece.Days && piece.Start == scan.Tokens.IndexOf(token) + 1) && Beside(scan,
                token, 1) is not "chance",
            "when" => Beside(scan, token, -1) is not "is",
            "hour" => !IsOnTheHour(scan, gathered, token),
            "time" => !(Beside(scan, token, 1) is "to" && Beside(scan, token, 2) is "walk" or "move" or "stretch" or "go" or "get"),
            "but" => !IsException(scan, scan.Tokens.IndexOf(token) + (Beside(scan, token, 1) is "at" ? 2 : 1)),
            _ => true,
        };
    }

    // "but 11 on fridays": days or times, and the other.
    private static bool IsException(Scan scan, int at) =>
        scan.Pieces.FirstOrDefault(piece => piece.Start == at) is { } first && first is Piece.Clock or Piece.Days
        && scan.Pieces.Any(piece => piece.Start >= at && piece is Piece.Clock) && scan.Pieces.Any(piece => piece.Start >= at
        && piece is Piece.Days);

    // "every hour on the hour" from a full hour on.
    private static bool IsOnTheHour(Scan scan, Gathered gathered, Token token) =>
        Beside(scan, token, -1) is "the" && Beside(scan, token, -2) is "on" && gathered is { EveryMinutes: { } every } && every % 60 == 0
        && (gathered.Window is not { } window || window.From.Minute == 0);

    private static string Beside(Scan scan, Token token, int by)
    {
        var at = scan.Tokens.IndexOf(token) + by;
        return at >= 0 && at < scan.Tokens.Length ? scan.Tokens[at].Text : string.Empty;
    }
}
