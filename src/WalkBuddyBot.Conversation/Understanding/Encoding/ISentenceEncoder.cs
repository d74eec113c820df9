namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Turns a sentence into a vector; sentences that mean much the same have vectors that point much the same way.</summary>
public interface ISentenceEncoder
{
    /// <summary>How many numbers a vector has.</summary>
    int Dimension { get; }

    /// <summary>The vector of the text, of length one. Safe to call from many threads; the same text gives the same vector.</summary>
    float[] Encode(string text);

    /// <summary>The vector, and after it what went before it inside the encoder, where words have left more of a trace.</summary>
    float[] EncodeDeeply(string text) => Encode(text);

    /// <summary>The vectors of many texts, in their order.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="threads">How many threads may work on them; -1 for as many as there are.</param>
    float[][] EncodeAll(IReadOnlyList<string> texts, int threads = -1) => [.. texts.Select(Encode)];

    /// <summary>What <see cref="EncodeDeeply"/> gives for many texts, in their order.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="threads">How many threads may work on them; -1 for as many as there are.</param>
    float[][] EncodeDeeplyAll(IReadOnlyList<string> texts, int threads = -1) => [.. texts.Select(EncodeDeeply)];
}
