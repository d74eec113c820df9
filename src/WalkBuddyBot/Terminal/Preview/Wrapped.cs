using System.Text;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>Text in lines that a terminal of the usual width shows whole.</summary>
internal static class Wrapped
{
    /// <summary>The columns of a terminal.</summary>
    public const int Width = 80;

    /// <summary>Breaks between words; a word longer than a line stands alone.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
