using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Learning;

/// <summary>What the parts say of each example when its fold was kept from them.</summary>
internal static class OutOfFold
{
    /// <summary>The evidence of each example, and the parts that learnt from all of them.</summary>
    public static (Evidence[] Evidence, Parts All) Gather(Examples examples, SmallVectors vectors, int[] folds, Tuning tuning)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = tuning.Threads };
        var parts = new Parts[Folds.Count + 1];

        // The last learns from all examples: no example has its number as its fold.
        Parallel.For(0, parts.Length, options, fold =>
            parts[fold] = Parts.Train(examples, [.. Enumerable.Range(0, examples.Count).Where(i => folds[i] != fold)], tuning));

        var evidence = new Evidence[examples.Count];
        Parallel.For(0, examples.Count, options, i =>
        {
            var cosines = new float[examples.Count];
            vectors.Cosines(VectorScale.Sense(examples.Vectors[i]), cosines);
            var others = new int[examples.Count];
            for (var j = 0; j < others.Length; j++)
            {
                others[j] = folds[j] == folds[i] ? -1 : examples.Classes[j];
            }

            evidence[i] = parts[folds[i]].Evidence(
                examples.Terms[i], examples.Vectors[i], ClassCosines.Of(cosines, others, ClassTable.Count));
        });
        return (evidence, parts[^1]);
    }
}
