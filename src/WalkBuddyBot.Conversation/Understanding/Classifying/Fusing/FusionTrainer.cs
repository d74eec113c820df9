namespace WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;

/// <summary>Finds the weights of the parts from what they said of examples that they had not seen.</summary>
internal static class FusionTrainer
{
    private const double Pull = 1e-4;

    public static Fusion Train(IReadOnlyList<Evidence> evidence, IReadOnlyList<int> classes)
    {
        var said = Flatten(evidence);
        double[] start = [0.6, 0.6, 0.2, 0.2, 0, 0, 0, 0];
        return new([.. Descent.Lowest((at, slope) => Loss(at, slope, said, classes), start, most: 60, enough: 1e-5)]);
    }

    private static double[] Flatten(IReadOnlyList<Evidence> evidence)
    {
        var said = new double[evidence.Count * ClassTable.Count * Fusion.Parts];
        for (var i = 0; i < evidence.Count; i++)
        {
            for (var at = 0; at < ClassTable.Count; at++)
            {
                Fusion.Says(evidence[i], at, said.AsSpan(((i * ClassTable.Count) + at) * Fusion.Parts, Fusion.Parts));
            }
        }

        return said;
    }

    private static double Loss(double[] weights, double[] slope, double[] said, IReadOnlyList<int> classes)
    {
        var loss = 0.0;
        Span<double> scores = stackalloc double[ClassTable.Count];
        Array.Clear(slope);
        for (var i = 0; i < classes.Count; i++)
        {
            var own = said.AsSpan(i * ClassTable.Count * Fusion.Parts, ClassTable.Count * Fusion.Parts);
            for (var at = 0; at < scores.Length; at++)
            {
                var says = own.Slice(at * Fusion.Parts, Fusion.Parts);
                scores[at] = weights[Fusion.Parts + Fusion.Kind(at)] + (weights[0] * says[0])
                    + (weights[1] * says[1]) + (weights[2] * says[2]) + (weights[3] * says[3]);
            }

            Fusion.Normalise(scores);
            loss -= Math.Log(Math.Max(scores[classes[i]], 1e-300));
            scores[classes[i]] -= 1;
            for (var at = 0; at < scores.Length; at++)
            {
                slope[Fusion.Parts + Fusion.Kind(at)] += scores[at];
                for (var part = 0; part < Fusion.Parts; part++)
                {
                    slope[part] += scores[at] * own[(at * Fusion.Parts) + part];
                }
            }
        }

        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = (slope[i] / classes.Count) + (2 * Pull * weights[i]);
            loss += classes.Count * Pull * weights[i] * weights[i];
        }

        return loss / classes.Count;
    }
}
