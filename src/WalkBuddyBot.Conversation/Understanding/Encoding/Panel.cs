using System.Numerics;
using System.Runtime.CompilerServices;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>One panel of a matrix, two vectors wide, and the loops that multiply rows with it. Sums of a row do not depend on its neighbours.</summary>
internal readonly ref struct Panel<TWeight, TLoad>(ref TWeight weights, ref float scales, ref float bias, nuint inputs, nuint outputs)
    where TWeight : unmanaged
    where TLoad : IPanelLoad<TWeight>
{
    private readonly ref TWeight _weights = ref weights;
    private readonly ref float _scales = ref scales;
    private readonly ref float _bias = ref bias;

    /// <summary>Multiplies so many rows.</summary>
    public void Multiply(int rows, ref float from, ref float to)
    {
        for (; rows >= 6; rows -= 6)
        {
            Six(ref from, ref to);
            from = ref Unsafe.Add(ref from, 6 * inputs);
            to = ref Unsafe.Add(ref to, 6 * outputs);
        }

        if (rows >= 3)
        {
            Three(ref from, ref to);
            from = ref Unsafe.Add(ref from, 3 * inputs);
            to = ref Unsafe.Add(ref to, 3 * outputs);
            rows -= 3;
        }

        for (; rows > 0; rows--)
        {
            One(ref from, ref to);
            from = ref Unsafe.Add(ref from, inputs);
            to = ref Unsafe.Add(ref to, outputs);
        }
    }

    // As many rows as leave every sum in a register.
    private void Six(ref float from, ref float to)
    {
        Vector<float> a0 = default, b0 = default, c0 = default, d0 = default, e0 = default, f0 = default;
        Vector<float> a1 = default, b1 = default, c1 = default, d1 = default, e1 = default, f1 = default;
        ref var weight = ref _weights;
        ref var second = ref Unsafe.Add(ref from, inputs);
        ref var third = ref Unsafe.Add(ref second, inputs);
        ref var fourth = ref Unsafe.Add(ref third, inputs);
        ref var fifth = ref Unsafe.Add(ref fourth, inputs);
        ref var sixth = ref Unsafe.Add(ref fifth, inputs);
        for (nuint at = 0; at < inputs; at++)
        {
            TLoad.Load(ref weight, out var left, out var right);
            weight = ref Unsafe.Add(ref weight, 2 * Vector<float>.Count);
            Step(Unsafe.Add(ref from, at), left, right, ref a0, ref a1);
            Step(Unsafe.Add(ref second, at), left, right, ref b0, ref b1);
            Step(Unsafe.Add(ref third, at), left, right, ref c0, ref c1);
            Step(Unsafe.Add(ref fourth, at), left, right, ref d0, ref d1);
            Step(Unsafe.Add(ref fifth, at), left, right, ref e0, ref e1);
            Step(Unsafe.Add(ref sixth, at), left, right, ref f0, ref f1);
        }

        Store(a0, a1, ref to);
        Store(b0, b1, ref Unsafe.Add(ref to, outputs));
        Store(c0, c1, ref Unsafe.Add(ref to, 2 * outputs));
        Store(d0, d1, ref Unsafe.Add(ref to, 3 * outputs));
        Store(e0, e1, ref Unsafe.Add(ref to, 4 * outputs));
        Store(f0, f1, ref Unsafe.Add(ref to, 5 * outputs));
    }

    private void Three(ref float from, ref float to)
    {
        Vector<float> a0 = default, b0 = default, c0 = default;
        Vector<float> a1 = default, b1 = default, c1 = default;
        ref var weight = ref _weights;
        ref var second = ref Unsafe.Add(ref from, inputs);
        ref var third = ref Unsafe.Add(ref second, inputs);
        for (nuint at = 0; at < inputs; at++)
        {
            TLoad.Load(ref weight, out var left, out var right);
            weight = ref Unsafe.Add(ref weight, 2 * Vector<float>.Count);
            Step(Unsafe.Add(ref from, at), left, right, ref a0, ref a1);
            Step(Unsafe.Add(ref second, at), left, right, ref b0, ref b1);
            Step(Unsafe.Add(ref third, at), left, right, ref c0, ref c1);
        }

        Store(a0, a1, ref to);
        Store(b0, b1, ref Unsafe.Add(ref to, outputs));
        Store(c0, c1, ref Unsafe.Add(ref to, 2 * outputs));
    }

    private void One(ref float from, ref float to)
    {
        Vector<float> a0 = default, a1 = default;
        ref var weight = ref _weights;
        for (nuint at = 0; at < inputs; at++)
        {
            TLoad.Load(ref weight, out var left, out var right);
            weight = ref Unsafe.Add(ref weight, 2 * Vector<float>.Count);
            Step(Unsafe.Add(ref from, at), left, right, ref a0, ref a1);
        }

        Store(a0, a1, ref to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(float factor, Vector<float> left, Vector<float> right, ref Vector<float> first, ref Vector<float> second)
    {
        // Fused where the processor can, multiply and add where it cannot: never the slow software way.
        var factors = new Vector<float>(factor);
        first = Vector.MultiplyAddEstimate(factors, left, first);
        second = Vector.MultiplyAddEstimate(factors, right, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(Vector<float> left, Vector<float> right, ref float to)
    {
        var width = (nuint)Vector<float>.Count;
        Vector.MultiplyAddEstimate(left, Vector.LoadUnsafe(ref _scales), Vector.LoadUnsafe(ref _bias)).StoreUnsafe(ref to);
        Vector.MultiplyAddEstimate(right, Vector.LoadUnsafe(ref _scales, width), Vector.LoadUnsafe(ref _bias, width)).StoreUnsafe(ref to, width);
    }
}
