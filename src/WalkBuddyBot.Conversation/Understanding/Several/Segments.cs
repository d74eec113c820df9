using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Several;

/// <summary>
/// Where a message may begin to say something new: at the end of a sentence, a comma or a joint like "and", and only where a word follows
/// that begins a wish or a question. So no list and no schedule is cut.
/// </summary>
internal static class Segments
{
    private static readonly FrozenSet<string> Joints = Vocabulary.Set("and but also then plus");

    private static readonly FrozenSet<string> Leads =
        Vocabulary.Set("and but also then plus please pls ok okay so oh now well hey hi hello by the way btw");

    private static readonly FrozenSet<string> Starts = Vocabulary.Set(
        """
        remind nudge ping set add stop pause resume skip move change delete remove cancel drop show tell give send snooze undo note log make
        export walked quiet why what how when does do is are did should will which where who
        """);

    private static readonly FrozenSet<string> Asks = Vocabulary.Set("can could would will");

    private static readonly FrozenSet<string> Mine = Vocabulary.Set("walked did just want need would");

    private static readonly FrozenSet<string> Settings = Vocabulary.Set("goal time timezone zone quiet reminder reminders");

    /// <summary>The parts, each as it was said; one where nothing new begins.</summary>
    public static ImmutableArray<string> Of(Message message)
    {
        var tokens = message.Tokens;
        if (tokens.IsEmpty)
        {
            return [message.Folded];
        }

        var starts = new List<int> { 0 };
        var ends = new List<int>();
        for (var at = 0; at < tokens.Length; at++)
        {
            if (IsBreak(tokens, at) && Begins(tokens, at) is { } begin && begin > starts[^1] && HasWords(tokens, starts[^1], at))
            {
                ends.Add(tokens[at].Kind == TokenKind.Mark ? at + 1 : at);
                starts.Add(begin);
                at = begin - 1;
            }
        }

        ends.Add(tokens.Length);
        return [.. starts.Zip(ends).Select(part => message.Folded[tokens[part.First].Start..tokens[part.Second - 1].End])];
    }

    // "9.30" is one time.
    private static bool IsBreak(ImmutableArray<Token> tokens, int at) => tokens[at].Kind == TokenKind.Mark
        ? (tokens[at].Text is "." or "!" or "?" or ";" or "," or "-") && !(at + 1 < tokens.Length && tokens[at + 1].Glued)
        : at > 0 && Joints.Contains(tokens[at].Text);

    // Where the new part begins, after the words that only lead to it.
    private static int? Begins(ImmutableArray<Token> tokens, int at)
    {
        var next = at;
        while (next < tokens.Length && (tokens[next].Kind == TokenKind.Mark || Leads.Contains(tokens[next].Text)))
        {
            next++;
        }

        if (next >= tokens.Length)
        {
            return null;
        }

        string Text(int ahead) => next + ahead < tokens.Length ? tokens[next + ahead].Text : string.Empty;
        var starts = Starts.Contains(Text(0)) || Asks.Contains(Text(0))
            || (Text(0) == "i" && Mine.Contains(Text(1)))
            || (Text(0) == "my" && Settings.Contains(Text(1)));
        return starts ? next : null;
    }

    private static bool HasWords(ImmutableArray<Token> tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Kind != TokenKind.Mark)
            {
                return true;
            }
        }

        return false;
    }
}
