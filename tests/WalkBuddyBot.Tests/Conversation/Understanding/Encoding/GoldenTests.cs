using System.Numerics.Tensors;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Encoding;

/// <summary>The encoder gives what the package's own runtime gave.</summary>
public sealed class GoldenTests(EncoderFixture encoders) : IClassFixture<EncoderFixture>
{
    private static readonly string VocabularyFile = Path.Combine(UnderstandingFolders.Encoder, "vocab.json");

    [Fact]
    public void The_golden_file_holds_enough_sentences_of_every_kind()
    {
        Assert.True(Compared.Count >= 300);
        Assert.Contains(Compared, line => line.Ids.Length == 1);
        Assert.Contains(Compared, line => line.Ids.Length > 40);
        Assert.Contains(Compared, line => line.Ids.Contains(0));
        Assert.Contains(Compared, line => line.Text.Contains(":30", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sentence_is_cut_into_the_same_pieces()
    {
        var tokenizer = new Tokenizer(Vocabulary.Load(VocabularyFile));

        var others = GoldenLine.All.Where(line => !tokenizer.Tokenize(line.Text).SequenceEqual(line.Ids))
            .Select(line => $"{line.Text}: {string.Join(' ', tokenizer.Tokenize(line.Text))} instead of {string.Join(' ', line.Ids)}");

        Assert.Empty(others);
    }

    [Fact]
    public void Every_vector_agrees_on_the_vector_path() => AssertAgrees(Compared, encoders.Vectors.EncodeAll(Texts));

    [Fact]
    public void Every_vector_agrees_on_the_scalar_path_and_closer_with_the_vector_path()
    {
        var scalars = encoders.Scalars.EncodeAll(Texts);

        AssertAgrees(Compared, scalars);
        Assert.All(
            encoders.Vectors.EncodeAll(Texts).Zip(scalars),
            pair => Assert.True(TensorPrimitives.Distance<float>(pair.First, pair.Second) < 1e-3));
    }

    private static List<GoldenLine> Compared { get; } = [.. GoldenLine.All.Where(line => line.Vector.Length > 0)];

    private static List<string> Texts { get; } = [.. Compared.Select(line => line.Text)];

    private static void AssertAgrees(List<GoldenLine> lines, float[][] vectors) => Assert.All(
        lines.Zip(vectors),
        pair => Assert.True(TensorPrimitives.CosineSimilarity<float>(pair.First.Vector, pair.Second) > 0.99999, pair.First.Text));
}
