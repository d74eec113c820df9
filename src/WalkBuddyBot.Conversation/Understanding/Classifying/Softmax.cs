using System.Numerics.Tensors;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>From scores to probabilities.</summary>
internal static class Softmax
{
    // As many numbers as lie on the stack without harm.
    private const int Most = 512;

    /// <summary>Scores become the logarithms of probabilities.</summary>
    public static void ToLogarithms(Span<float> scores)
    {
        Span<float> shares = scores.Length <= Most ? stackalloc float[scores.Length] : new float[scores.Length];
        var most = TensorPrimitives.Max<float>(scores);
        TensorPrimitives.Subtract(scores, most, shares);
        TensorPrimitives.Exp<float>(shares, shares);
        TensorPrimitives.Subtract(scores, most + MathF.Log(TensorPrimitives.Sum<float>(shares)), scores);
    }

    /// <summary>Scores become probabilities.</summary>
    public static void ToProbabilities(Span<float> scores)
    {
        ToLogarithms(scores);
        TensorPrimitives.Exp<float>(scores, scores);
    }
}
