namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Lets each row gather from all rows of its sentence what it looks for, in four ways at once.</summary>
internal sealed class Attention(IMatrix queriesKeysValues, IMatrix output, int width, IArithmetic arithmetic)
{
    private const int Heads = 4;

    /// <summary>Runs over even rows, which are used up, and leaves what was gathered in <paramref name="into"/>.</summary>
    public void Run(Span<float> even, ReadOnlySpan<int> lengths, Span<float> into, Workspace workspace)
    {
        var count = even.Length / width;
        var wide = workspace.Wide.AsSpan(0, count * 3 * width);
        queriesKeysValues.Multiply(even, count, wide);
        even.Clear();
        var start = 0;
        foreach (var length in lengths)
        {
            GatherAll(wide.Slice(start * 3 * width, length * 3 * width), length, even.Slice(start * width, length * width), workspace);
            start += length;
        }

        output.Multiply(even, count, into);
    }

    private void GatherAll(Span<float> wide, int count, Span<float> into, Workspace workspace)
    {
        for (var row = 0; row < count; row++)
        {
            for (var head = 0; head < Heads; head++)
            {
                Gather(wide, row, head, into[(row * width)..], workspace.Scores.AsSpan(0, count));
            }
        }
    }

    private void Gather(Span<float> wide, int row, int head, Span<float> into, Span<float> scores)
    {
        var size = width / Heads;
        var line = 3 * width;
        var query = wide.Slice((row * line) + (head * size), size);
        for (var other = 0; other < scores.Length; other++)
        {
            scores[other] = arithmetic.Dot(query, wide.Slice((other * line) + width + (head * size), size));
        }

        arithmetic.Scale(scores, 1 / MathF.Sqrt(size));
        arithmetic.Softmax(scores);
        var gathered = into.Slice(head * size, size);
        for (var other = 0; other < scores.Length; other++)
        {
            arithmetic.AddScaled(wide.Slice((other * line) + (2 * width) + (head * size), size), scores[other], gathered);
        }
    }
}
