using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>
/// A matrix laid out anew in panels two vectors wide, so that the innermost loop reads it from end to end once for up to six rows and keeps
/// all sums in registers.
/// </summary>
internal sealed class PanelMatrix : IMatrix
{
    private static readonly int PanelWidth = 2 * Vector<float>.Count;
    private readonly float[] _panels;
    private readonly float[] _bias;
    private readonly int _inputs;

    /// <summary>Packs it; the outputs are a multiple of the panel's width.</summary>
    public PanelMatrix(float[] weights, float[] bias)
    {
        _bias = bias;
        _inputs = weights.Length / bias.Length;
        _panels = GC.AllocateUninitializedArray<float>(weights.Length);
        var packed = _panels.AsSpan();
        for (var column = 0; column < bias.Length; column += PanelWidth)
        {
            for (var input = 0; input < _inputs; input++, packed = packed[PanelWidth..])
            {
                weights.AsSpan((input * bias.Length) + column, PanelWidth).CopyTo(packed);
            }
        }
    }

    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<float> input, int rows, Span<float> output)
    {
        // The kernels below go by reference; this is where lengths are checked.
        _ = input[..(rows * _inputs)];
        _ = output[..(rows * _bias.Length)];
        for (var column = 0; column < _bias.Length; column += PanelWidth)
        {
            var panel = new Panel(ref _panels[column * _inputs], ref _bias[column], (nuint)_inputs, (nuint)_bias.Length);
            ref var from = ref MemoryMarshal.GetReference(input);
            ref var to = ref output[column];
            var left = rows;
            for (; left >= 6; left -= 6)
            {
                panel.Six(ref from, ref to);
                from = ref Unsafe.Add(ref from, 6 * _inputs);
                to = ref Unsafe.Add(ref to, 6 * _bias.Length);
            }

            panel.Rest(left, ref from, ref to);
        }
    }
}
