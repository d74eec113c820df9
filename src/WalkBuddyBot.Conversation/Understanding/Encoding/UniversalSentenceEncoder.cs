using System.Collections.Concurrent;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>
/// Google's Universal Sentence Encoder Lite: subword pieces, two transformer layers over all of them at once, their mean, one tanh layer.
/// Loaded once; safe to use from many threads.
/// </summary>
/// <remarks>
/// Time grows with the pieces, so a text counts with its first and last <see cref="MostTokens"/> / 2 of them (the weights themselves know
/// 128 places): what people want stands at the beginning or at the end of a long message.
/// </remarks>
public sealed class UniversalSentenceEncoder : ISentenceEncoder
{
    /// <summary>The most pieces that are looked at.</summary>
    public const int MostTokens = 64;

    private readonly Tokenizer _tokenizer;
    private readonly Network _network;
    private readonly ConcurrentBag<Workspace> _spare = [];

    private UniversalSentenceEncoder(Tokenizer tokenizer, Network network)
    {
        _tokenizer = tokenizer;
        _network = network;
    }

    /// <inheritdoc/>
    public int Dimension => Network.Width;

    /// <summary>Loads vocabulary and weights.</summary>
    /// <param name="folder">The folder with model.json, vocab.json and the weight files; <see cref="UnderstandingFolders.Encoder"/> unless there is a reason.</param>
    /// <exception cref="EncoderException">A file is absent, short or not what it should be; the message names it.</exception>
    public static UniversalSentenceEncoder Load(string folder) => Load(folder, new VectorArithmetic());

    /// <inheritdoc/>
    public float[] Encode(string text) => Run(text, inside: 0);

    /// <summary>The vector, then the means over all pieces: of the embedded pieces, and after the first and the second layer.</summary>
    public float[] EncodeDeeply(string text) => Run(text, Network.InsideWidth);

    /// <inheritdoc/>
    public float[][] EncodeAll(IReadOnlyList<string> texts, int threads = -1) => RunAll(texts, inside: 0, threads);

    /// <inheritdoc/>
    public float[][] EncodeDeeplyAll(IReadOnlyList<string> texts, int threads = -1) => RunAll(texts, Network.InsideWidth, threads);

    internal static UniversalSentenceEncoder Load(string folder, IArithmetic arithmetic)
    {
        var vocabulary = Vocabulary.Load(Path.Combine(folder, "vocab.json"));
        var weights = Weights.Load(folder);
        return new UniversalSentenceEncoder(new Tokenizer(vocabulary), Network.Build(weights, arithmetic));
    }

    private float[] Run(string text, int inside)
    {
        var tokens = Tokens(text);
        var workspace = _spare.TryTake(out var spare) ? spare : new Workspace(MostTokens);
        var vector = new float[Dimension + inside];
        _network.Run(tokens, [tokens.Length], workspace, vector);
        _spare.Add(workspace);
        return vector;
    }

    // Of many texts those of a like length go through the network together. A workspace so large is not kept: only training needs it.
    private float[][] RunAll(IReadOnlyList<string> texts, int inside, int threads)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var tokens = new int[texts.Count][];
        Parallel.For(0, tokens.Length, options, at => tokens[at] = Tokens(texts[at]));
        var batches = Batches.Of(tokens);
        var vectors = new float[texts.Count][];
        Parallel.For(0, batches.Count, options, () => new Workspace(Batches.MostRows), (at, _, workspace) =>
        {
            var batch = batches[at];
            var width = Dimension + inside;
            var rows = new float[batch.Count * width];
            _network.Run(batch.SelectMany(one => tokens[one]).ToArray(), batch.Select(one => tokens[one].Length).ToArray(), workspace, rows);
            for (var one = 0; one < batch.Count; one++)
            {
                vectors[batch[one]] = rows[(one * width)..((one + 1) * width)];
            }

            return workspace;
        }, _ => { });
        return vectors;
    }

    private int[] Tokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = _tokenizer.Tokenize(text, MostTokens);

        // No text has no direction of its own; it is taken for something unknown.
        return tokens.Length == 0 ? [Vocabulary.Unknown] : tokens;
    }
}
