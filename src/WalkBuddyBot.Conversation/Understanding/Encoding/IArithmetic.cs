namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>The few operations the layers are made of: on vectors of the processor, or number by number as the reference.</summary>
internal interface IArithmetic
{
    /// <summary>A matrix ready to be multiplied with.</summary>
    /// <param name="weights">Row by row, a row for each input.</param>
    /// <param name="bias">What each output begins with.</param>
    IMatrix Prepare(float[] weights, float[] bias);

    /// <summary>The sum of the products.</summary>
    float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right);

    /// <summary>The sum of the numbers.</summary>
    float Sum(ReadOnlySpan<float> numbers);

    /// <summary>Adds each number to its neighbour in <paramref name="into"/>.</summary>
    void Add(ReadOnlySpan<float> numbers, Span<float> into);

    /// <summary>Adds each number times <paramref name="factor"/> to its neighbour in <paramref name="into"/>.</summary>
    void AddScaled(ReadOnlySpan<float> numbers, float factor, Span<float> into);

    /// <summary>Adds <paramref name="by"/> to each.</summary>
    void Shift(Span<float> numbers, float by);

    /// <summary>Multiplies each with the factor.</summary>
    void Scale(Span<float> numbers, float factor);

    /// <summary>Multiplies each with its own gain and adds its own offset.</summary>
    void Adjust(Span<float> numbers, ReadOnlySpan<float> gains, ReadOnlySpan<float> offsets);

    /// <summary>Makes negative ones zero.</summary>
    void Rectify(Span<float> numbers);

    /// <summary>Makes shares of one out of scores.</summary>
    void Softmax(Span<float> scores);

    /// <summary>The hyperbolic tangent of each.</summary>
    void Tanh(Span<float> numbers);
}
