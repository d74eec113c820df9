using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// A wish without the story told around it: of "I get home at six, so remind me at 6.45pm" the six is none of the wish. Days of a story
/// are those of the wish where it has none of its own: "I work mon-fri, remind me at 11".
/// </summary>
/// <param name="Scan">What is left of the message.</param>
/// <param name="Ask">What must be asked because the story, and not the wish, spoke of it.</param>
internal sealed record Told(Scan Scan, string? Ask)
{
    private static readonly FrozenSet<string> Reasons = Vocabulary.Set("so because since cause cos as");

    private static readonly FrozenSet<string> Who = Vocabulary.Set(
        "i we he she they it my our his her their the kids doctor boss work wife husband back physio you that there");

    private static readonly FrozenSet<string> Denying = Vocabulary.Set("not no never off except without busy free away unless if");

    private static readonly FrozenSet<string> Happening = Vocabulary.Set("is are ends starts leaves begins finishes opens closes");

    private static readonly FrozenSet<string> Doing = Vocabulary.Set("get up am have finish go");

    private static readonly FrozenSet<string> Wishing = Vocabulary.Set("want wish like prefer walk walking stroll");

    private static readonly FrozenSet<string> Asking = Vocabulary.Set("tell remember wake get poke shout message text give plan book "
        + "set add");

    /// <summary>The message with its stories taken out; the message itself where it has none.</summary>
    public static Told Of(Message message)
    {
        var (scan, tokens) = (message.Scan, message.Tokens);
        var parts = Parts(scan, tokens);
        var stories = parts.FindAll(part => IsStory(scan, tokens, part));
        if (stories.Count == 0 || stories.Count == parts.Count)
        {
            return new(scan, Ask: null);
        }

        bool InStory(int at) => stories.Exists(part => at >= part.From && at < part.To);
        var kept = scan.Pieces.RemoveAll(piece => InStory(piece.Start));
        var rest = scan.Rest.RemoveAll(token => InStory(tokens.IndexOf(token)));
        var told = scan.Pieces.RemoveAll(piece => !InStory(piece.Start));
        var (days, ask) = DaysOf(told, kept, tokens, stories);
        ImmutableArray<Piece> pieces = days is null ? kept : [.. kept.Add(days).OrderBy(piece => piece.Start)];
        ask ??= told.Any(IsTime) && !kept.Any(IsTime) ? Asks.Times : null;
        return new(scan with { Pieces = pieces, Rest = rest }, ask);
    }

    private static (Piece? Days, string? Ask) DaysOf(
        ImmutableArray<Piece> told, ImmutableArray<Piece> kept, ImmutableArray<Token> tokens, List<(int From, int To)> stories)
    {
        if (kept.Any(piece => piece is Piece.Days or Piece.Date or Piece.Span { FromNow: true } or Piece.Rhythm)
            || !told.Any(piece => piece is Piece.Days or Piece.Date))
        {
            return (null, null);
        }

        var denied = stories.Exists(part => tokens[part.From..part.To].Any(token => Denying.Contains(token.Text)));
        return denied || told.Where(piece => piece is Piece.Days or Piece.Date).ToList() is not [Piece.Days { Except: false } days]
            ? (null, Asks.Days) : (days, null);
    }

    private static bool IsTime(Piece piece) => piece is Piece.Clock or Piece.Window or Piece.Interval or Piece.Span { FromNow: true };

    // "9am, 1pm and 5pm" are one list.
    private static bool IsInList(Scan scan, int at) =>
        scan.Pieces.Any(piece => piece.End == at && piece is Piece.Clock) && scan.Pieces.Any(piece => piece.Start == at + 1
            && piece is Piece.Clock);

    private static List<(int From, int To)> Parts(Scan scan, ImmutableArray<Token> tokens)
    {
        var (parts, start) = (new List<(int, int)>(), 0);
        for (var at = 0; at <= tokens.Length; at++)
        {
            var cut = at == tokens.Length || (Clauses.IsEnd(tokens, at) && !IsInList(scan, at)) || (tokens[at].IsMark(':')
                && !tokens[at].Glued)
                || (tokens[at].IsMark(':') && at + 1 < tokens.Length && !tokens[at + 1].Glued)
                || (at > 0 && Reasons.Contains(tokens[at].Text) && !(tokens[at].Text == "as" && at + 1 < tokens.Length
                && tokens[at + 1].Text is "well" or "soon"));
            if (!cut)
            {
                continue;
            }

            if (at > start)
            {
                parts.Add((start, at));
            }

            start = at < tokens.Length && tokens[at].Kind == TokenKind.Mark ? at + 1 : at;
        }

        return parts;
    }

    // Somebody, and something that is neither a schedule nor a wish.
    private static bool IsStory(Scan scan, ImmutableArray<Token> tokens, (int From, int To) part)
    {
        var words = tokens[part.From..part.To];
        var first = words.FirstOrDefault(token => token.Kind == TokenKind.Word && !Reasons.Contains(token.Text)
            && token.Text is not ("hey" or "hi" or "ok" or "well" or "and" or "but" or "honestly" or "basically"));
        return first.Text is not null && (Who.Contains(first.Text) || words.Any(token => Happening.Contains(token.Text)))
            && !words.Any(token => Vocabulary.Triggers.Contains(token.Text) || Asking.Contains(token.Text) && token.Text is "tell"
            or "remember")
            && !words.Any(token => Wishing.Contains(token.Text))
            && words.Any(token => token.Kind == TokenKind.Word && scan.Rest.Contains(token) && (Doing.Contains(token.Text)
                || (!Vocabulary.Fillers.Contains(token.Text) && !Vocabulary.Walks.Contains(token.Text)
                && !Vocabulary.Joints.Contains(token.Text))));
    }
}
