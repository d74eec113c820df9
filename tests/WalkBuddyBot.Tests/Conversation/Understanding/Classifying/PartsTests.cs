using System.Numerics.Tensors;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Classifying;

public sealed class PartsTests
{
    private static readonly WordLists Nothing = WordLists.From(Array.Empty<(ulong, ulong)>());

    [Fact]
    public void Small_vectors_tell_the_cosine_to_within_a_hundredth_whatever_the_signs()
    {
        var random = new Random(3);
        float[][] vectors = [.. Enumerable.Range(0, 20).Select(_ => Unit(random, 70))];
        var small = SmallVectors.From(vectors);
        var cosines = new float[vectors.Length];

        small.Cosines(vectors[4], cosines);

        Assert.All(vectors.Zip(cosines), pair => Assert.Equal(TensorPrimitives.Dot<float>(pair.First, vectors[4]), pair.Second, 0.01));
    }

    [Fact]
    public void The_nearest_few_of_a_class_leave_out_what_is_passed_over()
    {
        var cosines = ClassCosines.Of([0.9f, 0.5f, 0.7f, 0.1f, 0.3f, 0.8f], [1, 1, -1, 1, 1, 0], 2);

        Assert.Equal([0.8f, 0.9f], cosines.Best);
        Assert.Equal(0.45f, cosines.Few[1], 0.0001);
    }

    [Theory]
    [InlineData(5, 7, 16)]
    [InlineData(4, 3, 8)]
    [InlineData(9, 33, 40)]
    public void A_product_by_blocks_is_the_plain_product(int rows, int inner, int outputs)
    {
        var random = new Random(5);
        var (left, right, sums) = (Numbers(random, rows * inner), Numbers(random, inner * outputs), new float[rows * outputs]);

        Matrix.AddProduct(left, inner, 1, right, sums, rows, inner, outputs);

        for (var at = 0; at < sums.Length; at++)
        {
            var (row, column) = Math.DivRem(at, outputs);
            Assert.Equal(Enumerable.Range(0, inner).Sum(k => left[(row * inner) + k] * right[(k * outputs) + column]), sums[at], 0.0001);
        }
    }

    [Fact]
    public void The_words_of_a_topic_count_in_any_form_and_as_expressions()
    {
        var lists = WordLists.From(new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>> { ["stress"] = ["tense", "calm down"] });

        Assert.Single(lists.Said(["so", "tensed", "up"]));
        Assert.Single(lists.Said(["to", "calm", "down"]));
        Assert.Empty(lists.Said(["go", "down", "calm"]));
    }

    [Fact]
    public void Words_that_training_never_saw_lower_what_is_known_of_a_message()
    {
        var table = TermTable.From([LexicalTerms.Of("walk in the woods", Nothing), LexicalTerms.Of("walk at work", Nothing)], fewest: 1, most: 100);

        var (known, half, none) = (Known(table, "walk at work"), Known(table, "walk zebra"), Known(table, "zebra"));

        Assert.Equal(1, known, 6);
        Assert.InRange(half, 0.1, 0.9);
        Assert.Equal(0, none, 6);
    }

    [Fact]
    public void A_descent_finds_the_lowest_point()
    {
        var lowest = Descent.Lowest(
            (at, slope) =>
            {
                (slope[0], slope[1]) = (2 * (at[0] - 3), 40 * (at[1] + 2));
                return ((at[0] - 3) * (at[0] - 3)) + (20 * (at[1] + 2) * (at[1] + 2));
            },
            [0, 0]);

        Assert.Equal(3, lowest[0], 0.001);
        Assert.Equal(-2, lowest[1], 0.001);
    }

    [Fact]
    public void Probabilities_of_far_apart_scores_sum_to_one()
    {
        float[] scores = [1000, -1000, 999, 0];

        Softmax.ToProbabilities(scores);

        Assert.Equal(1, scores.Sum(), 0.0001);
        Assert.True(scores[0] > scores[2]);
    }

    private static double Known(TermTable table, string words) => table.Row(LexicalTerms.Of(words, Nothing)).Known;

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];

    private static float[] Unit(Random random, int count)
    {
        var numbers = Numbers(random, count);
        TensorPrimitives.Divide(numbers, TensorPrimitives.Norm<float>(numbers), numbers);
        return numbers;
    }
}
