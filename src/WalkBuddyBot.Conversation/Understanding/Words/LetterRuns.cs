namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>The plain words of a folded text: letters a to z that nothing joins to a figure, an address, a path or a short form.</summary>
internal static class LetterRuns
{
    // "9am", "europe/berlin", "a.b@c", "don't", "#tag": none of these is spelt like a word.
    private const string Joints = "0123456789/_@'#&+\\=";

    public static IEnumerable<(int Start, int End)> In(string folded)
    {
        for (var at = 0; at < folded.Length;)
        {
            if (!char.IsAsciiLetterLower(folded[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < folded.Length && char.IsAsciiLetterLower(folded[at]))
            {
                at++;
            }

            if (!IsJoined(folded, start - 1) && !IsJoined(folded, at) && !IsWithin(folded, at))
            {
                yield return (start, at);
            }
        }
    }

    private static bool IsJoined(string folded, int at) =>
        at >= 0 && at < folded.Length && (Joints.Contains(folded[at], StringComparison.Ordinal) || folded[at] > 127
            && char.IsLetter(folded[at]));

    // "www.example.com"
    private static bool IsWithin(string folded, int end) =>
        end + 1 < folded.Length && folded[end] is '.' && char.IsAsciiLetterLower(folded[end + 1]);
}
