using System.Numerics.Tensors;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Encoding;

public sealed class UniversalSentenceEncoderTests(EncoderFixture encoders) : IClassFixture<EncoderFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("🚶")]
    [InlineData("?!?!")]
    [InlineData("\uD83D")]
    [InlineData("\0\0")]
    [InlineData("why does walking help my back?")]
    public void Any_text_has_a_vector_of_length_one(string text)
    {
        var vector = encoders.Vectors.Encode(text);

        Assert.Equal(encoders.Vectors.Dimension, vector.Length);
        Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 5);
    }

    [Fact]
    public void A_text_of_100_000_characters_counts_with_its_beginning_and_its_end()
    {
        var begun = string.Concat(Enumerable.Repeat("does walking help my back ", 50));
        var ended = string.Concat(Enumerable.Repeat(" and remind me at noon", 50));
        var flood = begun + string.Concat(Enumerable.Repeat("lorem ipsum ", 8_300)) + ended;

        var vector = encoders.Vectors.Encode(flood);

        Assert.True(flood.Length > 100_000);
        Assert.Equal(encoders.Vectors.Encode(begun + ended), vector);
    }

    [Fact]
    public void The_same_text_gives_the_same_vector_on_many_threads()
    {
        var texts = Enumerable.Range(0, 400).Select(index => GoldenLine.All[index % 40].Text).ToList();
        var expected = texts.Select(encoders.Vectors.Encode).ToList();

        var vectors = new float[texts.Count][];
        Parallel.For(0, texts.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index => vectors[index] = encoders.Vectors.Encode(texts[index]));

        Assert.Equal(expected, vectors);
    }

    [Fact]
    public void Many_texts_at_once_have_the_vectors_that_each_has_alone()
    {
        List<string> texts = [.. GoldenLine.All.Take(150).Select(line => line.Text), "", "🚶"];

        var vectors = encoders.Vectors.EncodeDeeplyAll(texts);

        Assert.All(
            texts.Zip(vectors),
            pair => Assert.True(
                TensorPrimitives.CosineSimilarity<float>(encoders.Vectors.EncodeDeeply(pair.First), pair.Second) > 0.99999, pair.First));
        Assert.All(vectors, vector => Assert.Equal(1, TensorPrimitives.Norm<float>(vector.AsSpan(0, encoders.Vectors.Dimension)), 5));
    }

    [Fact]
    public void Many_texts_at_once_have_the_same_vectors_in_any_order_and_on_any_number_of_threads()
    {
        List<string> texts = [.. GoldenLine.All.Take(150).Select(line => line.Text)];
        var expected = encoders.Vectors.EncodeAll(texts, threads: 1);

        var again = encoders.Vectors.EncodeAll([.. texts.AsEnumerable().Reverse()], threads: 8);

        Assert.Equal(expected, again.Reverse());
    }

    [Fact]
    public void Likeness_of_meaning_shows()
    {
        var asked = encoders.Vectors.Encode("does walking help with back pain");

        var near = TensorPrimitives.Dot<float>(asked, encoders.Vectors.Encode("is a stroll good for a sore back"));
        var far = TensorPrimitives.Dot<float>(asked, encoders.Vectors.Encode("what is the capital of France"));

        Assert.True(near > far + 0.2, $"{near} and {far}");
    }
}
