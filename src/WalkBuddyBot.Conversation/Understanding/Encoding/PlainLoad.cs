using System.Numerics;
using System.Runtime.CompilerServices;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Weights already made numbers.</summary>
internal readonly struct PlainLoad : IPanelLoad<float>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref float weight, out Vector<float> left, out Vector<float> right)
    {
        left = Vector.LoadUnsafe(ref weight);
        right = Vector.LoadUnsafe(ref weight, (nuint)Vector<float>.Count);
    }
}
