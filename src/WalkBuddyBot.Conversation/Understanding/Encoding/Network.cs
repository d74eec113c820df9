namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>From the ids of the pieces to the vector of the sentence.</summary>
internal sealed class Network(
    Embedding embedding, IMatrix widening, TransformerLayer first, TransformerLayer second, IMatrix last, IArithmetic arithmetic)
{
    /// <summary>Rows of the table of pieces.</summary>
    public const int Pieces = 8002;

    /// <summary>Numbers of an embedded piece.</summary>
    public const int EmbeddingWidth = 256;

    /// <summary>Numbers of a row between the layers, and of the sentence's vector.</summary>
    public const int Width = 512;

    /// <summary>Numbers of a row in the middle of a feed-forward; queries, keys and values take no more.</summary>
    public const int InnerWidth = 1536;

    /// <summary>Builds it.</summary>
    public static Network Build(Weights weights, IArithmetic arithmetic)
    {
        var reader = new NetworkReader(weights, arithmetic);
        return new Network(
            reader.Embedding(), reader.Widening(), reader.Layer(0, EmbeddingWidth), reader.Layer(1, Width), reader.Last(), arithmetic);
    }

    /// <summary>Numbers that <see cref="Run"/> tells of its inside.</summary>
    public const int InsideWidth = EmbeddingWidth + Width + Width;

    /// <summary>Fills the vectors of some sentences; each has at least one piece.</summary>
    /// <param name="pieces">The pieces of all, one sentence after another.</param>
    /// <param name="lengths">How many of them each sentence has.</param>
    /// <param name="workspace">Room to work in.</param>
    /// <param name="vectors">
    /// Takes a row for each sentence: its vector, and where there is room for it the mean of the embedded pieces and of what either layer made
    /// of them.
    /// </param>
    /// <remarks>Weights are read once for all; no number of a sentence depends on the sentences beside it.</remarks>
    public void Run(ReadOnlySpan<int> pieces, ReadOnlySpan<int> lengths, Workspace workspace, Span<float> vectors)
    {
        var count = pieces.Length;
        var width = vectors.Length / lengths.Length;
        var deep = width > Width;
        var embedded = workspace.First.AsSpan(0, count * EmbeddingWidth);
        var rows = workspace.Rows.AsSpan(0, count * Width);
        Embed(pieces, lengths, embedded);
        if (deep)
        {
            Means(embedded, EmbeddingWidth, lengths, vectors[Width..], width);
        }

        widening.Multiply(embedded, count, rows);
        first.Run(rows, embedded, lengths, workspace);
        if (deep)
        {
            Means(rows, Width, lengths, vectors[(Width + EmbeddingWidth)..], width);
        }

        second.Run(rows, rows, lengths, workspace);
        var means = workspace.Even.AsSpan(0, lengths.Length * Width);
        Means(rows, Width, lengths, means, Width);
        var ends = workspace.Gathered.AsSpan(0, means.Length);
        last.Multiply(means, lengths.Length, ends);
        arithmetic.Tanh(ends);
        for (var at = 0; at < lengths.Length; at++)
        {
            var end = ends.Slice(at * Width, Width);
            arithmetic.Scale(end, 1 / MathF.Sqrt(arithmetic.Dot(end, end)));
            end.CopyTo(vectors[(at * width)..]);
            if (deep)
            {
                means.Slice(at * Width, Width).CopyTo(vectors[(((at + 1) * width) - Width)..]);
            }
        }
    }

    private void Embed(ReadOnlySpan<int> pieces, ReadOnlySpan<int> lengths, Span<float> rows)
    {
        var start = 0;
        foreach (var length in lengths)
        {
            embedding.Run(pieces.Slice(start, length), rows[(start * EmbeddingWidth)..], arithmetic);
            start += length;
        }
    }

    // The mean of each sentence's rows; from mean to mean it is so many numbers.
    private void Means(ReadOnlySpan<float> rows, int size, ReadOnlySpan<int> lengths, Span<float> means, int apart)
    {
        var row = 0;
        for (var at = 0; at < lengths.Length; at++)
        {
            var mean = means.Slice(at * apart, size);
            mean.Clear();
            for (var end = row + lengths[at]; row < end; row++)
            {
                arithmetic.AddScaled(rows.Slice(row * size, size), 1f / lengths[at], mean);
            }
        }
    }
}
