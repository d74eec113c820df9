using System.Numerics.Tensors;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

/// <summary>A linear softmax over sparse rows. A row of weights for each term, a weight in it for each class.</summary>
/// <param name="Classes">How many classes.</param>
/// <param name="Weights">The rows, one after another.</param>
/// <param name="Bias">What stands before any term.</param>
internal sealed record SparseSoftmax(int Classes, float[] Weights, float[] Bias)
{
    /// <summary>The logarithms of the probabilities.</summary>
    public float[] LogProbabilities(SparseRow row)
    {
        var scores = (float[])Bias.Clone();
        for (var i = 0; i < row.Columns.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(Weights.AsSpan(row.Columns[i] * Classes, Classes), row.Values[i], scores, scores);
        }

        Softmax.ToLogarithms(scores);
        return scores;
    }
}
