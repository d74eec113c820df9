using System.Numerics.Tensors;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>As many numbers at once as the processor can take.</summary>
internal sealed class VectorArithmetic : IArithmetic
{
    /// <inheritdoc/>
    public IMatrix Prepare(float[] weights, float[] bias) => new PanelMatrix(weights, bias);

    /// <inheritdoc/>
    public float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => TensorPrimitives.Dot(left, right);

    /// <inheritdoc/>
    public float Sum(ReadOnlySpan<float> numbers) => TensorPrimitives.Sum(numbers);

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<float> numbers, Span<float> into) => TensorPrimitives.Add(numbers, into, into);

    /// <inheritdoc/>
    public void AddScaled(ReadOnlySpan<float> numbers, float factor, Span<float> into) =>
        TensorPrimitives.MultiplyAddEstimate(numbers, factor, into, into);

    /// <inheritdoc/>
    public void Shift(Span<float> numbers, float by) => TensorPrimitives.Add(numbers, by, numbers);

    /// <inheritdoc/>
    public void Scale(Span<float> numbers, float factor) => TensorPrimitives.Multiply(numbers, factor, numbers);

    /// <inheritdoc/>
    public void Adjust(Span<float> numbers, ReadOnlySpan<float> gains, ReadOnlySpan<float> offsets) =>
        TensorPrimitives.MultiplyAddEstimate(numbers, gains, offsets, numbers);

    /// <inheritdoc/>
    public void Rectify(Span<float> numbers) => TensorPrimitives.Max(numbers, 0f, numbers);

    /// <inheritdoc/>
    public void Softmax(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.Exp<float>(scores, scores);
        TensorPrimitives.Divide(scores, TensorPrimitives.Sum<float>(scores), scores);
    }

    /// <inheritdoc/>
    public void Tanh(Span<float> numbers) => TensorPrimitives.Tanh<float>(numbers, numbers);
}
