using CsCheck;
using Xunit.Sdk;

namespace WalkBuddyBot.Tests;

/// <summary>
/// Properties over values that are the same in every run. The library's own <c>Sample</c> takes a seed for the first value only and draws the
/// others from the clock; here one generator with a fixed seed draws them all, on one thread.
/// </summary>
internal static class Repeatable
{
    private const uint Stream = 1;

    private const ulong Seed = 20_261_123;

    /// <summary>Holds for each of so many values. A failure names the value and its place in the row.</summary>
    public static void Always<T>(this Gen<T> values, Action<T> holds, int cases = 100)
    {
        var random = new PCG(Stream, Seed);
        for (var at = 0; at < cases; at++)
        {
            var value = values.Generate(random, min: null, out _);
            try
            {
                holds(value);
            }
            catch (Exception e)
            {
                throw new XunitException($"Value {at + 1} of {cases} breaks the law: {Check.Print(value)}", e);
            }
        }
    }

    public static void Always<T1, T2>(this Gen<(T1 One, T2 Two)> values, Action<T1, T2> holds, int cases = 100) =>
        values.Always(value => holds(value.One, value.Two), cases);

    public static void Always<T1, T2, T3>(this Gen<(T1 One, T2 Two, T3 Three)> values, Action<T1, T2, T3> holds, int cases = 100) =>
        values.Always(value => holds(value.One, value.Two, value.Three), cases);

    public static void Always<T1, T2, T3, T4>(
        this Gen<(T1 One, T2 Two, T3 Three, T4 Four)> values, Action<T1, T2, T3, T4> holds, int cases = 100) =>
        values.Always(value => holds(value.One, value.Two, value.Three, value.Four), cases);
}
