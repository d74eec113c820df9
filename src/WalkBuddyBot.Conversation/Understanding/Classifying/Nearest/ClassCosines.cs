namespace WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;

/// <summary>How near the examples of each class are.</summary>
/// <param name="Best">The cosine of the nearest example of each class.</param>
/// <param name="Few">The mean cosine of its nearest few.</param>
internal sealed record ClassCosines(float[] Best, float[] Few)
{
    /// <summary>How many the nearest few are.</summary>
    public const int Count = 4;

    /// <summary>Gathers cosines by class; examples of a class below 0 are passed over.</summary>
    public static ClassCosines Of(ReadOnlySpan<float> cosines, ReadOnlySpan<int> classes, int count)
    {
        Span<float> top = stackalloc float[count * Count];
        top.Fill(-1);
        for (var i = 0; i < cosines.Length; i++)
        {
            var at = classes[i];
            if (at >= 0 && cosines[i] > top[(at * Count) + Count - 1])
            {
                Insert(top.Slice(at * Count, Count), cosines[i]);
            }
        }

        var (best, few) = (new float[count], new float[count]);
        for (var at = 0; at < count; at++)
        {
            var own = top.Slice(at * Count, Count);
            best[at] = own[0];
            few[at] = (own[0] + own[1] + own[2] + own[3]) / Count;
        }

        return new(best, few);
    }

    private static void Insert(Span<float> top, float cosine)
    {
        var at = top.Length - 1;
        for (; at > 0 && top[at - 1] < cosine; at--)
        {
            top[at] = top[at - 1];
        }

        top[at] = cosine;
    }
}
