using System.Runtime.InteropServices;

namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>
/// Finds words a slip away without comparing with all: two words are one slip apart only where one of them, or it without one of its
/// letters, is the other, or that without one of its letters.
/// </summary>
internal sealed class SlipIndex
{
    private readonly Dictionary<string, List<string>> _without = new(StringComparer.Ordinal);

    private readonly Dictionary<(char First, int Length), List<string>> _alike = [];

    public SlipIndex(IEnumerable<string> words)
    {
        foreach (var word in words.Order(StringComparer.Ordinal))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_alike, (word[0], word.Length), out _) ??= []).Add(word);
            foreach (var shorter in Shortened(word))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_without, shorter, out _) ??= []).Add(word);
            }
        }
    }

    /// <summary>Words that may be one slip away; some are further.</summary>
    public IEnumerable<string> Near(string word) => Shortened(word).SelectMany(shorter =>
        _without.GetValueOrDefault(shorter, [])).Distinct();

    /// <summary>Words with the same first letter and about the same length.</summary>
    public IEnumerable<string> Alike(string word) =>
        Enumerable.Range(word.Length - 2, 5).SelectMany(length => _alike.GetValueOrDefault((word[0], length), []));

    private static IEnumerable<string> Shortened(string word) =>
        Enumerable.Range(0, word.Length).Select(at => word.Remove(at, 1)).Append(word).Distinct();
}
