using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

/// <summary>The product of two matrices, by blocks that stay in registers.</summary>
internal static class Matrix
{
    private const int Wide = 8;

    // So many rows of the right, two vectors wide, lie next to the core.
    private const int Deep = 256;

    /// <summary>sums += left * right.</summary>
    /// <param name="left">Its number at row i and column k stands at i * leftRow + k * leftColumn, so that it may lie on its side.</param>
    /// <param name="leftRow">From row to row.</param>
    /// <param name="leftColumn">From column to column.</param>
    /// <param name="right">inner rows of outputs.</param>
    /// <param name="sums">rows of outputs.</param>
    /// <param name="rows">Rows of the left and of the sums.</param>
    /// <param name="inner">Columns of the left, rows of the right.</param>
    /// <param name="outputs">Columns of the right and of the sums; a multiple of 8.</param>
    public static void AddProduct(
        ReadOnlySpan<float> left, int leftRow, int leftColumn, ReadOnlySpan<float> right, Span<float> sums, int rows, int inner,
        int outputs)
    {
        for (var start = 0; start < inner; start += Deep)
        {
            AddSlice(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(left), start * leftColumn), leftRow, leftColumn,
                ref Unsafe.Add(ref MemoryMarshal.GetReference(right), start * outputs), ref MemoryMarshal.GetReference(sums),
                rows, Math.Min(Deep, inner - start), outputs);
        }
    }

    private static void AddSlice(
        ref float from, int leftRow, int leftColumn, ref float with, ref float into, int rows, int inner, int outputs)
    {
        for (var column = 0; column < outputs; column += 2 * Wide)
        {
            var two = column + (2 * Wide) <= outputs;
            var row = 0;
            for (; two && row + 4 <= rows; row += 4)
            {
                Block(
                    ref Unsafe.Add(ref from, row * leftRow), leftRow, leftColumn, ref Unsafe.Add(ref with, column),
                    ref Unsafe.Add(ref into, (row * outputs) + column), inner, outputs);
            }

            for (; row < rows; row++)
            {
                for (var at = column; at < Math.Min(outputs, column + (2 * Wide)); at += Wide)
                {
                    Line(
                        ref Unsafe.Add(ref from, row * leftRow), leftColumn, ref Unsafe.Add(ref with, at),
                        ref Unsafe.Add(ref into, (row * outputs) + at), inner, outputs);
                }
            }
        }
    }

    private static void Block(ref float left, int leftRow, int leftColumn, ref float right, ref float sums, int inner, int outputs)
    {
        ref var second = ref Unsafe.Add(ref sums, outputs);
        ref var third = ref Unsafe.Add(ref second, outputs);
        ref var fourth = ref Unsafe.Add(ref third, outputs);
        var (a0, a1) = (Vector256.LoadUnsafe(ref sums), Vector256.LoadUnsafe(ref sums, Wide));
        var (b0, b1) = (Vector256.LoadUnsafe(ref second), Vector256.LoadUnsafe(ref second, Wide));
        var (c0, c1) = (Vector256.LoadUnsafe(ref third), Vector256.LoadUnsafe(ref third, Wide));
        var (d0, d1) = (Vector256.LoadUnsafe(ref fourth), Vector256.LoadUnsafe(ref fourth, Wide));
        for (var k = 0; k < inner; k++)
        {
            ref var line = ref Unsafe.Add(ref right, k * outputs);
            var (w0, w1) = (Vector256.LoadUnsafe(ref line), Vector256.LoadUnsafe(ref line, Wide));
            ref var value = ref Unsafe.Add(ref left, k * leftColumn);
            var a = Vector256.Create(value);
            var b = Vector256.Create(Unsafe.Add(ref value, leftRow));
            var c = Vector256.Create(Unsafe.Add(ref value, 2 * leftRow));
            var d = Vector256.Create(Unsafe.Add(ref value, 3 * leftRow));
            (a0, a1) = (Vector256.MultiplyAddEstimate(a, w0, a0), Vector256.MultiplyAddEstimate(a, w1, a1));
            (b0, b1) = (Vector256.MultiplyAddEstimate(b, w0, b0), Vector256.MultiplyAddEstimate(b, w1, b1));
            (c0, c1) = (Vector256.MultiplyAddEstimate(c, w0, c0), Vector256.MultiplyAddEstimate(c, w1, c1));
            (d0, d1) = (Vector256.MultiplyAddEstimate(d, w0, d0), Vector256.MultiplyAddEstimate(d, w1, d1));
        }

        a0.StoreUnsafe(ref sums);
        a1.StoreUnsafe(ref sums, Wide);
        b0.StoreUnsafe(ref second);
        b1.StoreUnsafe(ref second, Wide);
        c0.StoreUnsafe(ref third);
        c1.StoreUnsafe(ref third, Wide);
        d0.StoreUnsafe(ref fourth);
        d1.StoreUnsafe(ref fourth, Wide);
    }

    private static void Line(ref float left, int leftColumn, ref float right, ref float sums, int inner, int outputs)
    {
        var sum = Vector256.LoadUnsafe(ref sums);
        for (var k = 0; k < inner; k++)
        {
            sum = Vector256.MultiplyAddEstimate(
                Vector256.Create(Unsafe.Add(ref left, k * leftColumn)), Vector256.LoadUnsafe(ref Unsafe.Add(ref right, k * outputs)), sum);
        }

        sum.StoreUnsafe(ref sums);
    }
}
