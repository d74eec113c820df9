using System.Buffers;
using System.Text;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>Words as they are: Web Chat reads a card's text as Markdown, so what would be a sign of it is escaped.</summary>
internal static class CardText
{
    private static readonly SearchValues<char> Anywhere = SearchValues.Create("\\`*_[]<>&~");

    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 8);
        var atStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (Anywhere.Contains(text[i]) || (atStart && MakesABlock(text, i)))
            {
                literal.Append('\\');
            }

            literal.Append(text[i]);
            atStart = text[i] == '\n' || (atStart && (char.IsWhiteSpace(text[i]) || char.IsAsciiDigit(text[i])));
        }

        return literal.ToString();
    }

    // A heading ("# "), a list ("- ", "+ ", "1. ", "1) "), a line or an underlined heading ("---", "===") begins a line.
    private static bool MakesABlock(string text, int at) => text[at] switch
    {
        '#' or '-' or '+' or '=' => true,
        '.' or ')' => at > 0 && char.IsAsciiDigit(text[at - 1]),
        _ => false,
    };
}
