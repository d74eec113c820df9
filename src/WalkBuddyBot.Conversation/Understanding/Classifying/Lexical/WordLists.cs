using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Topics;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

/// <summary>The words that belong to a label, by their stems: "tummy" says core muscles however few examples do.</summary>
internal sealed class WordLists
{
    private const int MostWords = 3;

    private readonly FrozenDictionary<ulong, ulong[]> _labels;

    private WordLists(IEnumerable<(ulong Phrase, ulong Label)> entries)
    {
        Entries = [.. entries.Distinct().OrderBy(entry => entry.Phrase).ThenBy(entry => entry.Label)];
        _labels = Entries.GroupBy(entry => entry.Phrase)
            .ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Label).ToArray());
    }

    /// <summary>Each phrase with the term it counts as, in the order of their hashes.</summary>
    public ImmutableArray<(ulong Phrase, ulong Label)> Entries { get; }

    public static WordLists From(IReadOnlyDictionary<string, ImmutableArray<string>> words) => new(
        from pair in words
        from word in pair.Value
        let phrase = Phrase([.. Cut(word).Select(Terms.Stem)])
        where phrase is not null
        select (phrase.Value, TermHash.Of('t', pair.Key)));

    public static WordLists From(IEnumerable<(ulong Phrase, ulong Label)> entries) => new(entries);

    /// <summary>The labels whose words are said, once for each phrase.</summary>
    public ulong[] Said(string[] words)
    {
        if (_labels.Count == 0)
        {
            return [];
        }

        var stems = Array.ConvertAll(words, Terms.Stem);
        var said = new List<ulong>();
        for (var at = 0; at < stems.Length; at++)
        {
            for (var length = 1; length <= MostWords && at + length <= stems.Length; length++)
            {
                if (Phrase(stems.AsSpan(at, length)) is { } phrase && _labels.TryGetValue(phrase, out var labels))
                {
                    said.AddRange(labels);
                }
            }
        }

        return [.. said];
    }

    private static IEnumerable<string> Cut(string text) =>
        Tokeniser.Cut(Folding.Fold(text, 100)).Where(token => token.Kind != TokenKind.Mark).Select(token => token.Text);

    private static ulong? Phrase(ReadOnlySpan<string> stems) => stems switch
    {
        [var one] => TermHash.Of('1', one),
        [var one, var two] => TermHash.Of('2', one, two),
        [var one, var two, var three] => TermHash.Of('3', $"{one} {two}", three),
        _ => null,
    };
}
