using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;

/// <summary>Weighs what the parts say into one probability for each class. The weights are the same for all classes.</summary>
/// <param name="Weights">One for each part, then what is added for a topic, a command, near and far.</param>
internal sealed record Fusion(ImmutableArray<double> Weights)
{
    public const int Parts = 4;

    public const int Kinds = 4;

    public const int Size = Parts + Kinds;

    // Cosines are small numbers beside logarithms.
    private const float Cosine = 10;

    /// <summary>The probabilities of the classes.</summary>
    public double[] Probabilities(Evidence evidence)
    {
        var scores = new double[ClassTable.Count];
        Span<double> says = stackalloc double[Parts];
        for (var at = 0; at < scores.Length; at++)
        {
            Says(evidence, at, says);
            scores[at] = Weights[Parts + Kind(at)];
            for (var part = 0; part < Parts; part++)
            {
                scores[at] += Weights[part] * says[part];
            }
        }

        Normalise(scores);
        return scores;
    }

    /// <summary>What each part says of one class.</summary>
    public static void Says(Evidence evidence, int at, Span<double> says)
    {
        says[0] = evidence.Lexical[at];
        says[1] = evidence.Semantic[at];
        says[2] = Cosine * evidence.Nearest.Best[at];
        says[3] = Cosine * evidence.Nearest.Few[at];
    }

    /// <summary>Whether a class is a topic, a command, near or far.</summary>
    public static int Kind(int at) =>
        at == ClassTable.Far ? 3 : at == ClassTable.Near ? 2 : at < Utterances.UtteranceLabels.Topics.Length ? 0 : 1;

    public static void Normalise(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - most);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }
}
