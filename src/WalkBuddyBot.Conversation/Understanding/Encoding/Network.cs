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

    /// <summary>Fills the vector; there is at least one piece.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="workspace">Room to work in.</param>
    /// <param name="vector">Takes the sentence's vector.</param>
    /// <param name="inside">Takes the mean of the embedded pieces and of what either layer made of them; or is empty.</param>
    public void Run(ReadOnlySpan<int> pieces, Workspace workspace, Span<float> vector, Span<float> inside = default)
    {
        var count = pieces.Length;
        var embedded = workspace.First.AsSpan(0, count * EmbeddingWidth);
        var rows = workspace.Rows.AsSpan(0, count * Width);
        embedding.Run(pieces, embedded, arithmetic);
        if (!inside.IsEmpty)
        {
            Mean(embedded, count, inside[..EmbeddingWidth]);
        }

        widening.Multiply(embedded, count, rows);
        first.Run(rows, embedded, count, workspace);
        if (!inside.IsEmpty)
        {
            Mean(rows, count, inside.Slice(EmbeddingWidth, Width));
        }

        second.Run(rows, rows, count, workspace);
        var mean = workspace.Even.AsSpan(0, Width);
        Mean(rows, count, mean);
        if (!inside.IsEmpty)
        {
            mean.CopyTo(inside[(EmbeddingWidth + Width)..]);
        }

        last.Multiply(mean, 1, vector);
        arithmetic.Tanh(vector);
        arithmetic.Scale(vector, 1 / MathF.Sqrt(arithmetic.Dot(vector, vector)));
    }

    private void Mean(ReadOnlySpan<float> rows, int count, Span<float> mean)
    {
        mean.Clear();
        for (var row = 0; row < count; row++)
        {
            arithmetic.AddScaled(rows.Slice(row * mean.Length, mean.Length), 1f / count, mean);
        }
    }
}
