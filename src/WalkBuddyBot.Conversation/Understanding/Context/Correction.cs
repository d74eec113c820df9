using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Context;

/// <summary>What a correction puts in the place of what was said: of "no, make that 4" the 4, of "5, not 3" the 5.</summary>
internal static class Correction
{
    private static readonly FrozenSet<string> Turns =
        Vocabulary.Set("no nope sorry oops whoops actually wait hm hmm meant mean rather instead better wrong mistake");

    private static readonly string[] TurningPhrases = ["make it", "make that", "it was", "that was", "should be", "should have been"];

    private static readonly FrozenSet<string> Leads =
        Turns.Union(Vocabulary.Set("oh ah um uh ok okay well but i it that was is make should be have been to my said let us set please just"))
            .ToFrozenSet();

    private static readonly FrozenSet<string> Trails = Vocabulary.Set("rather instead actually sorry please better is then though thanks oops");

    /// <summary>Whether something in it says that something is put right.</summary>
    public static bool IsOne(Message message) =>
        message.Tokens.Any(token => token.Text == "not" || Turns.Contains(token.Text)) || message.SaysAny(TurningPhrases);

    /// <summary>The words that stand in the place of the first; null where nothing says that something is put right.</summary>
    public static string? Of(Message message)
    {
        var tokens = message.Tokens.Where(token => token.Kind != TokenKind.Mark || token.IsMark(':')).ToList();
        var turns = IsOne(message);
        var (start, end) = (0, tokens.Count);
        while (turns && start < end)
        {
            if (Leads.Contains(tokens[start].Text))
            {
                start++;
            }
            else if (tokens[start].Text == "not" && start + 2 < end)
            {
                start += tokens[start + 2].Text == "but" ? 3 : 2;
            }
            else
            {
                break;
            }
        }

        end = tokens.FindIndex(start, token => token.Text == "not") is > 0 and var not ? not : end;
        while (end > start && Trails.Contains(tokens[end - 1].Text))
        {
            end--;
        }

        return turns && start < end && (start > 0 || end < tokens.Count) ? message.Folded[tokens[start].Start..tokens[end - 1].End] : null;
    }
}
