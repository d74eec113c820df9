using System.Numerics.Tensors;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

/// <summary>
/// Brings every number of a vector to the same middle and spread. What all sentences share, which is most of a raw vector, goes, and
/// what tells them apart is left.
/// </summary>
/// <param name="Means">The middle of each number.</param>
/// <param name="Spreads">What each is then multiplied by, such that a vector's length is about 1.</param>
internal sealed record VectorScale(float[] Means, float[] Spreads)
{
    // The last numbers of a deep vector: the mean after the second layer, which tells neighbours best.
    private const int SenseWidth = 512;

    public static VectorScale Of(float[][] vectors)
    {
        var size = vectors[0].Length;
        var (means, spreads) = (new float[size], new float[size]);
        for (var i = 0; i < size; i++)
        {
            var mean = vectors.Average(vector => (double)vector[i]);
            var square = vectors.Average(vector => (vector[i] - mean) * (vector[i] - mean));
            (means[i], spreads[i]) = ((float)mean, (float)(1 / Math.Sqrt((square + 1e-9) * size)));
        }

        return new(means, spreads);
    }

    public float[] Of(float[] vector)
    {
        var scaled = new float[vector.Length];
        TensorPrimitives.Subtract(vector, Means, scaled);
        TensorPrimitives.Multiply(scaled, Spreads, scaled);
        return scaled;
    }

    /// <summary>What neighbours are told by, of length 1.</summary>
    public static float[] Sense(float[] scaled)
    {
        var sense = scaled[^Math.Min(SenseWidth, scaled.Length)..];
        TensorPrimitives.Divide(sense, MathF.Max(TensorPrimitives.Norm<float>(sense), 1e-12f), sense);
        return sense;
    }
}
