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

    /// <summary>Fills the vector; there is at least one piece.</summary>
    public void Run(ReadOnlySpan<int> pieces, Workspace workspace, Span<float> vector)
    {
        var count = pieces.Length;
        var embedded = workspace.First.AsSpan(0, count * EmbeddingWidth);
        var rows = workspace.Rows.AsSpan(0, count * Width);
        embedding.Run(pieces, embedded, arithmetic);
        widening.Multiply(embedded, count, rows);
        first.Run(rows, embedded, count, workspace);
        second.Run(rows, rows, count, workspace);

        var mean = workspace.Even.AsSpan(0, Width);
        mean.Clear();
        for (var row = 0; row < count; row++)
        {
            arithmetic.AddScaled(rows.Slice(row * Width, Width), 1f / count, mean);
        }

        last.Multiply(mean, 1, vector);
        arithmetic.Tanh(vector);
        arithmetic.Scale(vector, 1 / MathF.Sqrt(arithmetic.Dot(vector, vector)));
    }
}
