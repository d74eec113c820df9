namespace WalkBuddyBot.Conversation.Understanding.Classifying.Learning;

/// <summary>
/// Shares the examples out among folds. What is nearly the same stays together, for else a classifier would be asked what it has
/// learnt by heart; and every fold has about as many of each class.
/// </summary>
internal static class Folds
{
    public const int Count = 5;

    // Above this cosine two examples are one example worded twice.
    private const float Same = 0.94f;

    private const int Seed = 20_26;

    public static int[] Of(Examples examples, int threads)
    {
        var groups = Groups(examples, threads);
        var folds = new int[examples.Count];
        var sizes = new int[ClassTable.Count, Count];
        var random = new Random(Seed);
        var order = groups.Distinct().Order().ToArray();
        random.Shuffle(order);
        var members = groups.Select((group, i) => (group, i)).ToLookup(pair => pair.group, pair => pair.i);
        foreach (var group in order)
        {
            var of = examples.Classes[group];
            var fold = Enumerable.Range(0, Count).MinBy(at => sizes[of, at]);
            foreach (var member in members[group])
            {
                folds[member] = fold;
                sizes[examples.Classes[member], fold]++;
            }
        }

        return folds;
    }

    // The first of its group stands for each example.
    private static int[] Groups(Examples examples, int threads)
    {
        var groups = Enumerable.Range(0, examples.Count).ToArray();
        var worded = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Length; i++)
        {
            if (!worded.TryAdd(examples.Words[i], i))
            {
                Join(groups, i, worded[examples.Words[i]]);
            }
        }

        foreach (var (one, other) in Alike.Pairs(examples.Sentences, Same, threads))
        {
            Join(groups, one, other);
        }

        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = First(groups, i);
        }

        return groups;
    }

    private static void Join(int[] groups, int one, int other)
    {
        (one, other) = (First(groups, one), First(groups, other));
        groups[Math.Max(one, other)] = Math.Min(one, other);
    }

    private static int First(int[] groups, int at)
    {
        while (groups[at] != at)
        {
            at = groups[at];
        }

        return at;
    }
}
