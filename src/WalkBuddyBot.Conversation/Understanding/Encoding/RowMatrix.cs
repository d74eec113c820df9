namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>A matrix as it was read, multiplied number by number.</summary>
internal sealed class RowMatrix(float[] weights, float[] bias) : IMatrix
{
    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<float> input, int rows, Span<float> output)
    {
        var inputs = weights.Length / bias.Length;
        for (var row = 0; row < rows; row++)
        {
            var sums = output.Slice(row * bias.Length, bias.Length);
            bias.CopyTo(sums);
            for (var at = 0; at < inputs; at++)
            {
                var factor = input[(row * inputs) + at];
                var line = weights.AsSpan(at * bias.Length, bias.Length);
                for (var column = 0; column < line.Length; column++)
                {
                    sums[column] += factor * line[column];
                }
            }
        }
    }
}
