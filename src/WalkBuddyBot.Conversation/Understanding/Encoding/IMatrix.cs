namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Weights and biases of one dense layer.</summary>
internal interface IMatrix
{
    /// <summary>Multiplies each of the rows and adds the bias.</summary>
    void Multiply(ReadOnlySpan<float> input, int rows, Span<float> output);
}
