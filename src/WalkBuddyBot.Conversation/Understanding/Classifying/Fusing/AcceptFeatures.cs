namespace WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;

/// <summary>What tells whether a message is in scope at all.</summary>
internal static class AcceptFeatures
{
    public static double[] Of(Evidence evidence, double[] probabilities)
    {
        var scope = ClassTable.InScope;
        var (best, second, inside, entropy) = (0.0, 0.0, 0.0, 0.0);
        var top = 0;
        for (var at = 0; at < scope; at++)
        {
            inside += probabilities[at];
            entropy -= probabilities[at] * Math.Log(probabilities[at] + 1e-12);
            if (probabilities[at] > best)
            {
                (second, best, top) = (best, probabilities[at], at);
            }
            else
            {
                second = Math.Max(second, probabilities[at]);
            }
        }

        var nearest = evidence.Nearest;
        var inCosine = Most(nearest.Best, scope);
        var outCosine = Math.Max(nearest.Best[ClassTable.Near], nearest.Best[ClassTable.Far]);
        return
        [
            Logit(inside), best, Math.Log(best + 1e-6) - Math.Log(second + 1e-6), entropy,
            Math.Log(probabilities[ClassTable.Near] + 1e-6), Math.Log(probabilities[ClassTable.Far] + 1e-6),
            Outside(evidence.Lexical), Outside(evidence.Semantic),
            Most(evidence.Lexical, scope), Most(evidence.Semantic, scope),
            inCosine, outCosine, inCosine - outCosine, nearest.Few[top],
            evidence.Known, Math.Log(1 + evidence.Length),
        ];
    }

    private static double Logit(double probability) =>
        Math.Log(Math.Clamp(probability, 1e-6, 1 - 1e-6) / (1 - Math.Clamp(probability, 1e-6, 1 - 1e-6)));

    private static double Most(float[] scores, int count) => scores.Take(count).Max();

    // The logarithm of how likely out of scope is, near and far together.
    private static double Outside(float[] logarithms) =>
        Math.Log(Math.Exp(logarithms[ClassTable.Near]) + Math.Exp(logarithms[ClassTable.Far]) + 1e-6);
}
