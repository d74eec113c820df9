using System.Numerics.Tensors;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

/// <summary>Weights from some numbers to others. A row for each input.</summary>
/// <param name="Inputs">How many go in.</param>
/// <param name="Outputs">How many come out.</param>
/// <param name="Weights">The rows, one after another.</param>
/// <param name="Bias">What comes out of nothing.</param>
internal sealed record DenseLayer(int Inputs, int Outputs, float[] Weights, float[] Bias)
{
    public float[] Apply(ReadOnlySpan<float> input)
    {
        var output = (float[])Bias.Clone();
        for (var i = 0; i < Inputs; i++)
        {
            if (input[i] != 0)
            {
                TensorPrimitives.MultiplyAdd(Weights.AsSpan(i * Outputs, Outputs), input[i], output, output);
            }
        }

        return output;
    }
}
