using System.Buffers;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Cuts a text into the likeliest pieces of the vocabulary (a unigram model, by Viterbi's way), exactly as the package's own tokenizer does.</summary>
internal sealed class Tokenizer(Vocabulary vocabulary)
{
    // Far more than the encoder looks at; it only keeps a flood of text from costing time.
    private const int MostCharacters = 4_000;
    private const char Space = '\u2581';

    /// <summary>The ids of the pieces; of more than <paramref name="most"/> only the first and the last.</summary>
    public int[] Tokenize(string text, int most)
    {
        var pieces = Tokenize(text);
        return pieces.Length <= most ? pieces : [.. pieces.AsSpan(0, (most + 1) / 2), .. pieces.AsSpan(pieces.Length - (most / 2))];
    }

    /// <summary>The ids of all pieces.</summary>
    public int[] Tokenize(string text)
    {
        var half = MostCharacters / 2;
        var plain = CompatibilityForms.Compose(text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, half), text.AsSpan(text.Length - half)));
        if (plain.Length == 0)
        {
            return [];
        }

        var marked = string.Concat([Space], plain).Replace(' ', Space);
        var last = ArrayPool<int>.Shared.Rent(marked.Length + 1);
        try
        {
            FindBest(marked, last);
            return WalkBack(marked.Length, last);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(last);
        }
    }

    // For each place the piece that ends there on the best way to it. Zero also means "not reached yet", as in the package's own tokenizer;
    // all true scores are negative, so only unknown characters and the broken pieces ever meet it.
    private void FindBest(string marked, int[] last)
    {
        var best = ArrayPool<double>.Shared.Rent(marked.Length + 1);
        Array.Clear(best);
        Array.Clear(last);
        for (var start = 0; start < marked.Length; start++)
        {
            var found = false;
            for (int end = start, node = 0; end < marked.Length && (node = vocabulary.Step(node, marked[end])) >= 0;)
            {
                end++;
                if (vocabulary.PieceAt(node) is not Vocabulary.Unknown and var piece)
                {
                    Offer(end, piece, best[start] + vocabulary.Score(piece));
                    found = true;
                }
            }

            if (!found)
            {
                Offer(start + 1, Vocabulary.Unknown, best[start]);
            }
        }

        ArrayPool<double>.Shared.Return(best);

        void Offer(int end, int piece, double score)
        {
            if (best[end] == 0 || score >= best[end])
            {
                best[end] = score;
                last[end] = piece;
            }
        }
    }

    // Neighbouring unknown characters are one unknown piece.
    private int[] WalkBack(int length, int[] last)
    {
        var pieces = new List<int>(length);
        for (var end = length; end > 0; end -= vocabulary.Length(last[end]))
        {
            if (last[end] != Vocabulary.Unknown || pieces.Count == 0 || pieces[^1] != Vocabulary.Unknown)
            {
                pieces.Add(last[end]);
            }
        }

        pieces.Reverse();
        return [.. pieces];
    }
}
