namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Number by number, as one would write it on paper: what the fast way is compared with.</summary>
internal sealed class ScalarArithmetic : IArithmetic
{
    /// <inheritdoc/>
    public IMatrix Prepare(float[] weights, float[] bias) => new RowMatrix(weights, bias);

    /// <inheritdoc/>
    public float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        for (var index = 0; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }

    /// <inheritdoc/>
    public float Sum(ReadOnlySpan<float> numbers)
    {
        var sum = 0f;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<float> numbers, Span<float> into) => AddScaled(numbers, 1, into);

    /// <inheritdoc/>
    public void AddScaled(ReadOnlySpan<float> numbers, float factor, Span<float> into)
    {
        for (var index = 0; index < numbers.Length; index++)
        {
            into[index] += numbers[index] * factor;
        }
    }

    /// <inheritdoc/>
    public void Shift(Span<float> numbers, float by)
    {
        foreach (ref var number in numbers)
        {
            number += by;
        }
    }

    /// <inheritdoc/>
    public void Scale(Span<float> numbers, float factor)
    {
        foreach (ref var number in numbers)
        {
            number *= factor;
        }
    }

    /// <inheritdoc/>
    public void Adjust(Span<float> numbers, ReadOnlySpan<float> gains, ReadOnlySpan<float> offsets)
    {
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = (numbers[index] * gains[index]) + offsets[index];
        }
    }

    /// <inheritdoc/>
    public void Rectify(Span<float> numbers)
    {
        foreach (ref var number in numbers)
        {
            number = MathF.Max(number, 0);
        }
    }

    /// <inheritdoc/>
    public void Softmax(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - most);
        }

        Scale(scores, 1 / Sum(scores));
    }

    /// <inheritdoc/>
    public void Tanh(Span<float> numbers)
    {
        foreach (ref var number in numbers)
        {
            number = MathF.Tanh(number);
        }
    }
}
