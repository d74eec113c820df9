using System.Numerics.Tensors;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Encoding;

/// <summary>The encoder gives what the package's own runtime gave.</summary>
public sealed class GoldenTests(EncoderFixture encoders) : IClassFixture<EncoderFixture>
{
    private static readonly string VocabularyFile = Path.Combine(UniversalSentenceEncoder.InstalledFolder, "vocab.json");

    [Fact]
    public void The_golden_file_holds_enough_sentences_of_every_kind()
    {
        var compared = GoldenLine.All.Where(line => line.Vector.Length > 0).ToList();

        Assert.True(compared.Count >= 300);
        Assert.Contains(compared, line => line.Ids.Length == 1);
        Assert.Contains(compared, line => line.Ids.Length > 40);
        Assert.Contains(compared, line => line.Ids.Contains(0));
        Assert.Contains(compared, line => line.Text.Contains(":30", StringComparison.Ordinal));
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
    public void Every_vector_agrees_on_the_vector_path() => AssertAgrees(encoders.Vectors);

    [Fact]
    public void Every_vector_agrees_on_the_scalar_path() => AssertAgrees(encoders.Scalars);

    [Fact]
    public void Both_paths_agree_much_closer_than_the_golden_file_can_tell()
    {
        var texts = GoldenLine.All.Select(line => line.Text).ToList();

        var pairs = encoders.Vectors.EncodeAll(texts).Zip(encoders.Scalars.EncodeAll(texts));

        Assert.All(pairs, pair => Assert.True(TensorPrimitives.Distance<float>(pair.First, pair.Second) < 1e-4));
    }

    private static void AssertAgrees(UniversalSentenceEncoder encoder)
    {
        var compared = GoldenLine.All.Where(line => line.Vector.Length > 0).ToList();

        var vectors = encoder.EncodeAll([.. compared.Select(line => line.Text)]);

        Assert.All(
            compared.Zip(vectors),
            pair => Assert.True(TensorPrimitives.CosineSimilarity<float>(pair.First.Vector, pair.Second) > 0.99999, pair.First.Text));
    }
}
