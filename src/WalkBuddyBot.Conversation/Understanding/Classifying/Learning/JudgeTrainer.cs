using WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Learning;

/// <summary>Learns to weigh the parts and to accept, and sets the two thresholds, from out-of-fold evidence.</summary>
internal static class JudgeTrainer
{
    public static Judge Train(IReadOnlyList<Evidence> evidence, IReadOnlyList<int> classes, Tuning tuning)
    {
        var fusion = FusionTrainer.Train(evidence, classes);
        double[][] features = [.. evidence.Select(one => AcceptFeatures.Of(one, fusion.Probabilities(one)))];
        bool[] inScope = [.. classes.Select(at => at < ClassTable.InScope)];
        var accept = AcceptTrainer.Train(features, inScope);
        double[] good = [.. features.Where((_, i) => inScope[i]).Select(row => accept.Probability(row)).Order()];
        return new(fusion, accept, At(good, tuning.InScopeUnanswered), At(good, tuning.InScopeDeclined));
    }

    private static double At(double[] ascending, double share) =>
        ascending.Length == 0 ? 0.5 : ascending[Math.Min(ascending.Length - 1, (int)(ascending.Length * share))];
}
