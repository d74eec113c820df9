using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;

/// <summary>Vectors of length 1 in a byte for each number: a quarter of the memory, and the cosine is off by some thousandths.</summary>
internal sealed class SmallVectors
{
    private const int Wide = 32;

    private readonly int _width;

    private readonly sbyte[] _bytes;

    private readonly float[] _scales;

    public SmallVectors(int dimension, sbyte[] bytes, float[] scales)
    {
        Dimension = dimension;
        Count = scales.Length;
        _scales = scales;
        _width = (dimension + Wide - 1) / Wide * Wide;
        _bytes = bytes;
    }

    public int Dimension { get; }

    public int Count { get; }

    /// <summary>Every vector's bytes, filled up with zeros to a multiple of 32.</summary>
    public ReadOnlySpan<sbyte> Bytes => _bytes;

    /// <summary>What each vector's bytes are multiplied by.</summary>
    public ReadOnlySpan<float> Scales => _scales;

    public static SmallVectors From(IReadOnlyList<float[]> vectors)
    {
        var dimension = vectors[0].Length;
        var width = (dimension + Wide - 1) / Wide * Wide;
        var bytes = new sbyte[vectors.Count * width];
        var scales = new float[vectors.Count];
        for (var i = 0; i < vectors.Count; i++)
        {
            scales[i] = Shrink(vectors[i], bytes.AsSpan(i * width, width));
        }

        return new(dimension, bytes, scales);
    }

    /// <summary>The cosines of a vector with each of these.</summary>
    public void Cosines(ReadOnlySpan<float> vector, Span<float> cosines)
    {
        Span<sbyte> asked = stackalloc sbyte[_width];
        asked.Clear();
        var scale = Shrink(vector, asked);
        Span<short> wide = stackalloc short[_width];
        for (var i = 0; i < _width; i++)
        {
            wide[i] = asked[i];
        }

        for (var i = 0; i < Count; i++)
        {
            cosines[i] = Dot(wide, _bytes.AsSpan(i * _width, _width)) * scale * _scales[i];
        }
    }

    private static float Shrink(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        var most = MathF.Max(MathF.Abs(TensorPrimitives.MaxMagnitude(vector)), 1e-12f);
        for (var i = 0; i < vector.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(vector[i] / most * 127);
        }

        return most / 127;
    }

    private static int Dot(ReadOnlySpan<short> left, ReadOnlySpan<sbyte> right)
    {
        ref var from = ref MemoryMarshal.GetReference(left);
        ref var with = ref MemoryMarshal.GetReference(right);
        var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (var i = 0; i < right.Length; i += Wide)
        {
            var (first, second) = (Vector256.LoadUnsafe(ref from, (nuint)i), Vector256.LoadUnsafe(ref from, (nuint)(i + (Wide / 2))));
            var (one, two) = Vector256.Widen(Vector256.LoadUnsafe(ref with, (nuint)i));
            if (Avx2.IsSupported)
            {
                low += Avx2.MultiplyAddAdjacent(first, one);
                high += Avx2.MultiplyAddAdjacent(second, two);
            }
            else
            {
                // Two products of bytes fit into sixteen bits together.
                var (less, more) = Vector256.Widen((first * one) + (second * two));
                low += less;
                high += more;
            }
        }

        return Vector256.Sum(low + high);
    }
}
