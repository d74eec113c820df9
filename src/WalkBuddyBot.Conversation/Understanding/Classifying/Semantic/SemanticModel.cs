using System.Numerics.Tensors;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

/// <summary>A softmax over the encoder's vector, with one hidden layer or none.</summary>
/// <param name="Layers">One layer, or two with a rectifier between.</param>
internal sealed record SemanticModel(DenseLayer[] Layers)
{
    /// <summary>The logarithms of the probabilities.</summary>
    public float[] LogProbabilities(ReadOnlySpan<float> vector)
    {
        var scores = Layers[0].Apply(vector);
        if (Layers.Length > 1)
        {
            TensorPrimitives.Max(scores, 0, scores);
            scores = Layers[1].Apply(scores);
        }

        Softmax.ToLogarithms(scores);
        return scores;
    }
}
