using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>What was learnt from examples: how much a stretch of a message sounds like a danger, and like which.</summary>
/// <param name="Dangers">The dangers it knows; class 0 is none, class i is danger i - 1.</param>
/// <param name="Table">The terms.</param>
/// <param name="Lexical">What terms tell.</param>
/// <param name="Semantic">What the encoder's vector tells.</param>
/// <param name="Fusion">How the two are weighed, what stands before them, and what speaks against a danger.</param>
/// <param name="WorthEncoding">What the terms must say at least for the encoder to be asked: it costs far more.</param>
/// <param name="SuspectAt">From which score on a danger is asked about.</param>
/// <param name="SureAt">From which score on it is taken for one.</param>
internal sealed record DangerModel(
    ImmutableArray<Danger> Dangers,
    TermTable Table,
    SparseSoftmax Lexical,
    SemanticModel Semantic,
    ImmutableArray<double> Fusion,
    double WorthEncoding,
    double SuspectAt,
    double SureAt)
{
    private const double Least = 1e-7;

    /// <summary>What the terms of a stretch say: the logarithms of the probabilities of the classes.</summary>
    public float[] Terms(LexicalTerms terms) => Lexical.LogProbabilities(Table.Row(terms));

    /// <summary>How far both together lean towards a danger; 0 is even odds.</summary>
    public double Score(float[] terms, float[] vector, Excuses excuses) => Weigh(Fusion.AsSpan(), Odds(terms), Odds(vector), excuses);

    /// <summary>The two parts and what speaks against a danger, weighed.</summary>
    public static double Weigh(ReadOnlySpan<double> fusion, double terms, double vector, Excuses excuses) =>
        (fusion[0] * terms) + (fusion[1] * vector) + fusion[2] + (excuses.Met ? fusion[3] : 0) + (excuses.Figurative ? fusion[4] : 0);

    /// <summary>The likeliest danger.</summary>
    public Danger Likeliest(float[] terms, float[] vector)
    {
        var best = 1;
        for (var at = 2; at <= Dangers.Length; at++)
        {
            best = terms[at] + vector[at] > terms[best] + vector[best] ? at : best;
        }

        return Dangers[best - 1];
    }

    /// <summary>The odds that it is any danger, as a logarithm.</summary>
    public static double Odds(float[] logProbabilities)
    {
        var none = Math.Exp(logProbabilities[0]);
        return Math.Log(Math.Max(1 - none, Least) / Math.Max(none, Least));
    }
}
