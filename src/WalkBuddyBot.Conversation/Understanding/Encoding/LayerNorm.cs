namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Brings each row to mean zero and spread one, then stretches and shifts it as learnt.</summary>
internal sealed class LayerNorm(float[] gains, float[] offsets, IArithmetic arithmetic)
{
    private const float Tiny = 1e-6f;

    /// <summary>Evens the rows.</summary>
    public void Run(ReadOnlySpan<float> rows, int count, Span<float> into)
    {
        var width = gains.Length;
        for (var start = 0; start < count * width; start += width)
        {
            var row = rows.Slice(start, width);
            var even = into.Slice(start, width);
            row.CopyTo(even);
            arithmetic.Shift(even, -arithmetic.Sum(row) / width);
            arithmetic.Scale(even, 1 / MathF.Sqrt((arithmetic.Dot(even, even) / width) + Tiny));
            arithmetic.Adjust(even, gains, offsets);
        }
    }
}
