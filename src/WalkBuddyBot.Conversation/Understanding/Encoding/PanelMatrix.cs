using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>
/// A matrix laid out anew in panels two vectors wide, so that the innermost loop reads it from end to end once for up to six rows and keeps
/// all sums in registers. Weights are kept as 16-bit steps of their column's largest: for few rows the time is the time to read them.
/// </summary>
internal sealed class PanelMatrix : IMatrix
{
    private const int FewRows = 12;
    private static readonly int PanelWidth = 2 * Vector<float>.Count;
    private readonly short[] _panels;
    private readonly float[] _scales;
    private readonly float[] _bias;
    private readonly int _inputs;

    /// <summary>Packs it; the outputs are a multiple of the panel's width.</summary>
    public PanelMatrix(float[] weights, float[] bias)
    {
        _bias = bias;
        _inputs = weights.Length / bias.Length;
        _scales = Scales(weights, bias.Length);
        _panels = new short[weights.Length];
        for (int at = 0, column = 0; column < bias.Length; column += PanelWidth)
        {
            for (var input = 0; input < _inputs; input++)
            {
                for (var lane = column; lane < column + PanelWidth; lane++)
                {
                    _panels[at++] = (short)MathF.Round(weights[(input * bias.Length) + lane] / _scales[lane]);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<float> input, int rows, Span<float> output)
    {
        // The loops of a panel go by reference; this is where lengths are checked.
        _ = input[..(rows * _inputs)];
        _ = output[..(rows * _bias.Length)];
        if (rows > FewRows)
        {
            MultiplyMany(input, rows, output);
            return;
        }

        for (var column = 0; column < _bias.Length; column += PanelWidth)
        {
            new Panel<short, StepLoad>(ref _panels[column * _inputs], ref _scales[column], ref _bias[column], (nuint)_inputs, (nuint)_bias.Length)
                .Multiply(rows, ref MemoryMarshal.GetReference(input), ref output[column]);
        }
    }

    // With many rows to multiply a panel is made numbers once, not again for every six of them. The sums are the same.
    private void MultiplyMany(ReadOnlySpan<float> input, int rows, Span<float> output)
    {
        var size = _inputs * PanelWidth;
        var numbers = ArrayPool<float>.Shared.Rent(size);
        for (var column = 0; column < _bias.Length; column += PanelWidth)
        {
            TensorPrimitives.ConvertTruncating<short, float>(_panels.AsSpan(column * _inputs, size), numbers);
            new Panel<float, PlainLoad>(ref numbers[0], ref _scales[column], ref _bias[column], (nuint)_inputs, (nuint)_bias.Length)
                .Multiply(rows, ref MemoryMarshal.GetReference(input), ref output[column]);
        }

        ArrayPool<float>.Shared.Return(numbers);
    }

    // One step of each column, such that its largest weight is the largest short.
    private static float[] Scales(float[] weights, int columns)
    {
        var scales = new float[columns];
        for (var index = 0; index < weights.Length; index++)
        {
            scales[index % columns] = MathF.Max(scales[index % columns], MathF.Abs(weights[index]));
        }

        for (var column = 0; column < columns; column++)
        {
            scales[column] = scales[column] == 0 ? 1 : scales[column] / short.MaxValue;
        }

        return scales;
    }
}
