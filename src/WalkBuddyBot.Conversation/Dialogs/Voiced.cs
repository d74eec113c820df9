using System.Collections.Immutable;
using System.Text;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A reply with the words for a voice and the one line for a notification that follow from its text.</summary>
internal static class Voiced
{
    private const int LongestSummary = 120;

    public static Reply Say(string text, ImmutableArray<Choice> choices, Urgency urgency = Urgency.Reply) =>
        new(text, Speak(text), Summary(text), choices, Card: null, Replaces: null, urgency);

    /// <summary>An older card drawn anew as one line.</summary>
    public static Reply Fold(OutgoingId card, string line, ImmutableArray<Choice> choices) =>
        new(line, Speak(line), Summary(line), choices, new CardModel.Folded(line), card, Urgency.Fold);

    /// <summary>Lines run together and quotation marks left out: a voice says neither.</summary>
    public static string Speak(string text)
    {
        var spoken = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '"' or '\u201c' or '\u201d')
            {
                continue;
            }

            if (!char.IsWhiteSpace(letter))
            {
                spoken.Append(letter);
            }
            else if (spoken.Length > 0 && spoken[^1] != ' ')
            {
                spoken.Append(' ');
            }
        }

        return spoken.ToString().TrimEnd();
    }

    /// <summary>The first sentence, cut at a word where it is long.</summary>
    public static string Summary(string text)
    {
        var line = text.Trim().Split('\n', 2)[0].Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end < 0 ? line : line[..(end + 1)];
        if (sentence.Length <= LongestSummary)
        {
            return sentence;
        }

        var cut = sentence.LastIndexOf(' ', LongestSummary - 1);
        return string.Concat(sentence.AsSpan(0, cut > 0 ? cut : LongestSummary - 1), "…");
    }
}
