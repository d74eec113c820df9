using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Learning;

/// <summary>The parts that learn from examples one by one, before they are weighed.</summary>
/// <param name="Table">The terms.</param>
/// <param name="Lexical">What terms tell.</param>
/// <param name="Semantic">What the vector tells.</param>
internal sealed record Parts(TermTable Table, SparseSoftmax Lexical, SemanticModel Semantic)
{
    public static Parts Train(Examples examples, IReadOnlyList<int> members, Tuning tuning)
    {
        int[] classes = [.. members.Select(i => examples.Classes[i])];
        var weights = Weights(classes, tuning.Balance);
        float[][] vectors = [.. members.Select(i => examples.Vectors[i])];
        LexicalTerms[] terms = [.. members.Select(i => examples.Terms[i])];
        var table = TermTable.From(terms, tuning.Lexical.FewestExamples, tuning.Lexical.MostTerms);
        SparseRow[] rows = [.. terms.Select(table.Row)];
        return new(
            table,
            SparseSoftmaxTrainer.Train(rows, classes, weights, table.Terms.Length, ClassTable.Count, tuning.Lexical),
            SemanticTrainer.Train(vectors, classes, weights, ClassTable.Count, tuning.Semantic));
    }

    public Evidence Evidence(LexicalTerms terms, ReadOnlySpan<float> vector, ClassCosines nearest)
    {
        var row = Table.Row(terms);
        return new(Lexical.LogProbabilities(row), Semantic.LogProbabilities(vector), nearest, row.Known, terms.Words.Length);
    }

    private static float[] Weights(int[] classes, double balance)
    {
        var counts = new int[ClassTable.Count];
        foreach (var at in classes)
        {
            counts[at]++;
        }

        var mean = (double)classes.Length / ClassTable.Count;
        var weights = Array.ConvertAll(classes, at => (float)Math.Pow(mean / counts[at], balance));
        var sum = weights.Average();
        return Array.ConvertAll(weights, weight => weight / sum);
    }
}
