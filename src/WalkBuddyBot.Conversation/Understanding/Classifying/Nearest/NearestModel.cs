namespace WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;

/// <summary>The examples themselves, to be compared with.</summary>
/// <param name="Vectors">Their vectors.</param>
/// <param name="Classes">The class of each.</param>
internal sealed record NearestModel(SmallVectors Vectors, int[] Classes)
{
    public ClassCosines Compare(ReadOnlySpan<float> vector)
    {
        var cosines = new float[Vectors.Count];
        Vectors.Cosines(vector, cosines);
        return ClassCosines.Of(cosines, Classes, ClassTable.Count);
    }
}
