using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>What is learnt from stretches one by one, before the two are weighed.</summary>
internal sealed record DangerParts(TermTable Table, SparseSoftmax Lexical, SemanticModel Semantic)
{
    public static DangerParts Train(IEnumerable<DangerExamples.Ready> examples, int classes, DangerTuning tuning)
    {
        var stretches = examples.Where(example => example.Teaches)
            .SelectMany(example => example.Stretches.Select(stretch => (stretch, example.Class, Of: example.Stretches.Length))).ToList();
        var of = stretches.ConvertAll(pair => pair.Class);
        var harmless = of.Count(one => one == 0);

        // Dangers are fewer than what is harmless and count for more; a sentence of a longer message counts for less.
        var danger = MathF.Sqrt(harmless / MathF.Max(1, of.Count - harmless));
        var weights = stretches.ConvertAll(pair => pair.Class > 0 ? danger : pair.Of > 2 ? 0.5f : 1f);
        var terms = stretches.ConvertAll(pair => pair.stretch.Terms);
        var table = TermTable.From(terms, tuning.Lexical.FewestExamples, tuning.Lexical.MostTerms);
        var rows = terms.ConvertAll(table.Row);
        var vectors = stretches.ConvertAll(pair => pair.stretch.Vector);
        return new(
            table,
            SparseSoftmaxTrainer.Train(rows, of, weights, table.Terms.Length, classes, tuning.Lexical),
            SemanticTrainer.Train(vectors, of, weights, classes, tuning.Semantic));
    }

    /// <summary>What each part says of a stretch.</summary>
    public Leaning Of(DangerExamples.Stretch stretch) => new(
        DangerModel.Odds(Lexical.LogProbabilities(Table.Row(stretch.Terms))),
        DangerModel.Odds(Semantic.LogProbabilities(stretch.Vector)),
        stretch.Excuses);

    /// <summary>The odds of a danger by each part, and what speaks against it.</summary>
    internal readonly record struct Leaning(double Terms, double Vector, Excuses Excuses);
}
