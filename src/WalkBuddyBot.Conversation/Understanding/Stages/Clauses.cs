using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>The parts of a message between its signs: "I have a cold, pause for six days" is a reason and a wish.</summary>
internal static class Clauses
{
    private const int Most = 5;

    // What turns a wish round, narrows it, or takes it back: then the parts belong together.
    private static readonly FrozenSet<string> Turning = Vocabulary.Set(
        """
        if unless instead except excluding no not never wait actually sorry rather only but until till til when whenever or meant mean then
        """);

    private static readonly FrozenSet<string> Asking = Vocabulary.Set("what how why does is are do did can could should would will "
        + "which who where");

    // Told after a wish with no sign between: why, or what else is so.
    private static readonly FrozenSet<string> Reasons = Vocabulary.Set("because since as so");

    /// <summary>The one part that names anything to do or any time, where all the others are talk around it; null when there is
    /// none.</summary>
    public static Message? Core(Message message)
    {
        var (parts, tokens) = (Cut(message.Tokens), message.Tokens);
        if (parts.Count is < 2 or > Most)
        {
            return null;
        }

        var telling = parts.FindAll(part => !IsTalk(message, part));
        if (telling is not [var core])
        {
            return null;
        }

        var (begin, end) = core.GetOffsetAndLength(tokens.Length) is var (offset, length) ? (offset, offset + length) : default;
        var start = Reasons.Contains(tokens[begin].Text) && begin + 1 < end ? begin + 1 : begin;
        return Message.Read(message.Folded[tokens[start].Start..tokens[end - 1].End], message.Now, message.Zone, message.Talk);
    }

    private static List<Range> Cut(ImmutableArray<Token> tokens)
    {
        var (parts, start) = (new List<Range>(), 0);
        for (var at = 0; at <= tokens.Length; at++)
        {
            if (at < tokens.Length && !IsCut(tokens, at))
            {
                continue;
            }

            if (at > start && tokens[start..at].Any(token => token.Kind != TokenKind.Mark))
            {
                parts.Add(start..at);
            }

            start = at < tokens.Length && tokens[at].Kind == TokenKind.Mark ? at + 1 : at;
        }

        return parts;
    }

    /// <summary>Whether a sign ends a part; that of "9.30", of "4,000" and of "p.m." does not.</summary>
    public static bool IsEnd(ImmutableArray<Token> tokens, int at) =>
        tokens[at].Kind == TokenKind.Mark && tokens[at].Text[0] is ',' or '.' or '!' or ';' or '(' or ')'
        && !(at > 0 && at + 1 < tokens.Length && tokens[at].Glued && tokens[at + 1] is { Glued: true, Kind: not TokenKind.Mark })
        && !(tokens[at].Text[0] == '.' && at > 0 && tokens[at - 1].Text is "a" or "p" or "m");

    private static bool IsCut(ImmutableArray<Token> tokens, int at) =>
        IsEnd(tokens, at) || (at > 0 && Reasons.Contains(tokens[at].Text) && tokens[at - 1].Kind != TokenKind.Mark);

    private static bool IsTalk(Message message, Range part)
    {
        var (start, length) = part.GetOffsetAndLength(message.Tokens.Length);
        var words = message.Tokens[part];
        var told = words.Any(token => token.Text is "i" or "we" or "my" or "our");
        if (Asking.Contains(words.FirstOrDefault(token => token.Kind == TokenKind.Word).Text ?? string.Empty))
        {
            return false;
        }

        return !message.Scan.Pieces.Any(piece => piece.Start < start + length && piece.End > start && !(told && piece is Piece.Part))
            && !words.Any(token => Turning.Contains(token.Text) || token.IsMark('?') || token.Kind == TokenKind.Number
                || (!told && token.Text != "work" && Vocabulary.Times.Contains(token.Text))
                || Vocabulary.Triggers.Contains(token.Text) || Commands.Contains(token.Text));
    }

    // Words that could be a wish of their own.
    private static readonly FrozenSet<string> Commands = Vocabulary.Set(
        """
        pause stop cancel delete remove skip snooze walked resume start undo unsubscribe goal target tip change move quiet zone log
        """);
}
