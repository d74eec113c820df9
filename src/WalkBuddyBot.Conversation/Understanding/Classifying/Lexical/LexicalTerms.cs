namespace WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

/// <summary>The terms of a message by their hashes, each as often as it stands there.</summary>
/// <param name="Words">Single words.</param>
/// <param name="Pairs">Neighbouring words; before the first and after the last stands nothing.</param>
/// <param name="Letters">Three to five letters in a row, the ends of a word counted as letters.</param>
/// <param name="Lists">The labels whose own words are said.</param>
internal sealed record LexicalTerms(ulong[] Words, ulong[] Pairs, ulong[] Letters, ulong[] Lists)
{
    private const int FewestLetters = 3;

    private const int MostLetters = 5;

    // A word longer than any real one says nothing by its inside.
    private const int LongestWord = 20;

    public static LexicalTerms Of(string words, WordLists lists)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var singles = new ulong[all.Length];
        var pairs = new ulong[all.Length + 1];
        var letters = new List<ulong>(words.Length * 3);
        for (var i = 0; i < all.Length; i++)
        {
            singles[i] = TermHash.Of('w', all[i]);
            pairs[i] = TermHash.Of('p', i == 0 ? string.Empty : all[i - 1], all[i]);
            AddLetters(all[i], letters);
        }

        pairs[^1] = TermHash.Of('p', all.Length == 0 ? string.Empty : all[^1], string.Empty);
        return new(singles, pairs, [.. letters], lists.Said(all));
    }

    private static void AddLetters(string word, List<ulong> letters)
    {
        if (word[0] == ClassifierText.MaskStart || word.Length > LongestWord)
        {
            return;
        }

        Span<char> bounded = stackalloc char[LongestWord + 2];
        bounded[0] = '_';
        word.CopyTo(bounded[1..]);
        bounded[word.Length + 1] = '_';
        bounded = bounded[..(word.Length + 2)];
        for (var length = FewestLetters; length <= MostLetters; length++)
        {
            for (var at = 0; at + length <= bounded.Length; at++)
            {
                letters.Add(TermHash.Of('l', bounded.Slice(at, length)));
            }
        }
    }
}
