using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Takes the courtesies from both ends of a message: "hey, could you please stop now thanks" is "stop".</summary>
internal static class Courtesy
{
    private static readonly FrozenSet<string> Before = Vocabulary.Set(
        """
        please hey hi hello ok okay oh well wait hm hmm so just bot walkbuddy walkbuddybot buddy kindly um uh and now actually sorry alright right yes
        yeah
        no can could would will you
        """);

    private static readonly FrozenSet<string> After = Vocabulary.Set(
        "please thanks thank you now bot walkbuddy walkbuddybot buddy ok okay then mate friend there sorry thx ta right lol haha");

    /// <summary>
    /// What a message is that consists of courtesies and nothing else: "thanks, that's great", "hey there, how are you?". A goodbye
    /// among them is a goodbye, thanks are thanks.
    /// </summary>
    public static string? Only(Message message)
    {
        string?[] labels = [.. Clauses(message).Select(Phrases.Label)];
        return labels.Length < 2
            || labels.Any(label => label is not (Intents.Greeting or Intents.Thanks or Intents.Goodbye or Intents.Yes)) ? null
            : labels.Contains(Intents.Goodbye) ? Intents.Goodbye
            : labels.Contains(Intents.Thanks) ? Intents.Thanks
            : labels.Contains(Intents.Greeting) ? Intents.Greeting : null;
    }

    /// <summary>What follows an opening courtesy: of "thanks! is it good for my heart" the question. Null where there is none.</summary>
    public static string? Rest(Message message)
    {
        var end = message.Tokens.IndexOf(message.Tokens.FirstOrDefault(IsPause));
        var (first, second) = end > 0 ? (Words(message.Tokens[..end]), Words(message.Tokens[(end + 1)..])) : ("", "");
        return second.Length > 0 && Phrases.Label(first) is Intents.Greeting or Intents.Thanks
            ? message.Folded[message.Tokens[end].End..]
            : null;
    }

    private static IEnumerable<string> Clauses(Message message)
    {
        var start = 0;
        for (var at = 0; at <= message.Tokens.Length; at++)
        {
            if (at == message.Tokens.Length || IsPause(message.Tokens[at]))
            {
                if (Words(message.Tokens[start..at]) is { Length: > 0 } words)
                {
                    yield return words;
                }

                start = at + 1;
            }
        }
    }

    private static bool IsPause(Token token) => token.IsMark(',') || token.IsMark('.') || token.IsMark('!') || token.IsMark('?')
        || token.IsMark(';');

    private static string Words(ImmutableArray<Token> tokens) =>
        string.Join(' ', tokens.Where(token => token.Kind != TokenKind.Mark).Select(token => token.Text));

    /// <summary>The words from the first to the last that matter; all of them when none would be left.</summary>
    public static string Strip(string words)
    {
        var (start, end) = (0, words.Length);
        while (start < end)
        {
            var space = words.IndexOf(' ', start, end - start);
            if (space < 0 || !Before.Contains(words[start..space]))
            {
                break;
            }

            start = space + 1;
        }

        while (start < end)
        {
            var space = words.LastIndexOf(' ', end - 1, end - start);
            if (space < 0 || !After.Contains(words[(space + 1)..end]))
            {
                break;
            }

            end = space;
        }

        return words[start..end];
    }
}
