using System.Numerics;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>How a panel's weights become two vectors.</summary>
internal interface IPanelLoad<TWeight>
    where TWeight : unmanaged
{
    /// <summary>Reads two vectors of weights.</summary>
    static abstract void Load(ref TWeight weight, out Vector<float> left, out Vector<float> right);
}
