using System.Collections.Frozen;
using System.Runtime.InteropServices;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>
/// How often each word stands in the content: in what the bot says, which is spelt well, and in examples, which need not be.
/// </summary>
internal sealed class WordCounts
{
    private const string Examples = "utterances/";

    private static readonly string[] Written = ["topics/", "phrases/", "tips.yaml"];

    private readonly FrozenDictionary<string, int> _counts;

    private readonly FrozenSet<string> _written;

    private WordCounts(FrozenDictionary<string, int> counts, FrozenSet<string> written) => (_counts, _written) = (counts, written);

    /// <summary>All words.</summary>
    public IEnumerable<string> All => _counts.Keys;

    /// <summary>How often it stands there.</summary>
    public int Of(string word) => _counts.GetValueOrDefault(word);

    /// <summary>Whether the bot itself says it.</summary>
    public bool IsWritten(string word) => _written.Contains(word);

    public static WordCounts Of(IEnumerable<ContentFile> files)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var said = Written.Any(start => file.Name.StartsWith(start, StringComparison.Ordinal));
            if (!said && !file.Name.StartsWith(Examples, StringComparison.Ordinal))
            {
                continue;
            }

            var folded = Folding.Fold(file.Text, file.Text.Length);
            foreach (var (start, end) in LetterRuns.In(folded))
            {
                var word = folded[start..end];
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
                if (said)
                {
                    written.Add(word);
                }
            }
        }

        return new(counts.ToFrozenDictionary(StringComparer.Ordinal), written.ToFrozenSet(StringComparer.Ordinal));
    }
}
