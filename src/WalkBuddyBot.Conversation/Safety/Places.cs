using System.Collections;
using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Where sets of words stand in one message.</summary>
internal sealed class Places(Message message, Occurrences found)
{
    // No phrase is longer, so a word is covered only by one that begins this near.
    private const int LongestPhrase = 8;

    public Message Message { get; } = message;

    public Occurrences Found { get; } = found;

    public (int Start, int End) SentenceAt(int word) => Message.Sentence(Message.SentenceOf(word));

    public bool Covers(int set, int word) => Found.Starting(set, Math.Max(0, word - LongestPhrase), word).Any(span => span.End > word);

    /// <summary>Where the last phrase of a set between two places begins, or -1.</summary>
    public int Last(int set, int from, int to)
    {
        var last = -1;
        foreach (var span in Found.Starting(set, from, to - 1))
        {
            last = span.End <= to ? span.Start : last;
        }

        return last;
    }

    /// <summary>The first word of a set that no phrase of the other set covers, or -1.</summary>
    public int Uncovered(int set, int by, int from, int to)
    {
        foreach (var span in Found.Starting(set, from, to - 1))
        {
            if (!Covers(by, span.Start))
            {
                return span.Start;
            }
        }

        return -1;
    }

    public int ClauseStart(int word, int sentenceStart)
    {
        while (word > sentenceStart && Message.Before[word] < Break.Clause)
        {
            word--;
        }

        return word;
    }

    public int ClauseEnd(int word, int sentenceEnd)
    {
        while (word < sentenceEnd && Message.Before[word] < Break.Clause)
        {
            word++;
        }

        return word;
    }

    /// <summary>The words that any phrase of these sets covers.</summary>
    public BitArray Cover(IEnumerable<int> sets)
    {
        var bits = new BitArray(Message.Count);
        foreach (var span in sets.SelectMany(set => Found[set]))
        {
            Mark(bits, span);
        }

        return bits;
    }

    public static void Mark(BitArray bits, Span span)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            bits[at] = true;
        }
    }
}
