using System.Numerics;
using System.Runtime.CompilerServices;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Weights as 16-bit steps.</summary>
internal readonly struct StepLoad : IPanelLoad<short>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref short weight, out Vector<float> left, out Vector<float> right)
    {
        Vector.Widen(Vector.LoadUnsafe(ref weight), out var lower, out var upper);
        left = Vector.ConvertToSingle(lower);
        right = Vector.ConvertToSingle(upper);
    }
}
