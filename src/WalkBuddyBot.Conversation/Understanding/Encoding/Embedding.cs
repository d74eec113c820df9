namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>A learnt row for each piece, with waves of many lengths added that say at which place it stands.</summary>
internal sealed class Embedding(float[] table, float[] frequencies)
{
    private readonly float[] _places = Places(frequencies);

    /// <summary>Fills a row for each piece of a sentence.</summary>
    public void Run(ReadOnlySpan<int> pieces, Span<float> rows, IArithmetic arithmetic)
    {
        var width = 2 * frequencies.Length;
        for (var at = 0; at < pieces.Length; at++)
        {
            var row = rows.Slice(at * width, width);
            table.AsSpan(pieces[at] * width, width).CopyTo(row);

            // The model adds the placed rows to the rows, so each counts twice.
            arithmetic.Add(row, row);
            arithmetic.Add(_places.AsSpan(at * width, width), row);
        }
    }

    private static float[] Places(float[] frequencies)
    {
        var half = frequencies.Length;
        var places = new float[UniversalSentenceEncoder.MostTokens * 2 * half];
        for (var index = 0; index < places.Length / 2; index++)
        {
            var (place, wave) = Math.DivRem(index, half);
            places[(place * 2 * half) + wave] = MathF.Sin(place * frequencies[wave]);
            places[(place * 2 * half) + half + wave] = MathF.Cos(place * frequencies[wave]);
        }

        return places;
    }
}
