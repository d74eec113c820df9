using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Learning;

/// <summary>Finds which of many vectors point much the same way.</summary>
internal static class Alike
{
    // Of so many vectors at once the products are one small matrix.
    private const int Block = 64;

    /// <summary>Every two vectors of length 1 whose cosine is above a least one; the first of the two stands later.</summary>
    public static IEnumerable<(int One, int Other)> Pairs(float[][] vectors, float least, int threads)
    {
        var dimension = vectors.Length == 0 ? 0 : vectors[0].Length;
        var lines = new float[vectors.Length * dimension];
        for (var at = 0; at < vectors.Length; at++)
        {
            vectors[at].CopyTo(lines, at * dimension);
        }

        var found = new List<(int, int)>[(vectors.Length + Block - 1) / Block];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at =>
            found[at] = Of(lines, dimension, at * Block, least));
        return found.SelectMany(pairs => pairs);
    }

    // Those with a vector of one block and one that stands after it.
    private static List<(int One, int Other)> Of(float[] lines, int dimension, int start, float least)
    {
        var pairs = new List<(int, int)>();
        var count = lines.Length / dimension;
        var columns = OnTheirSide(lines, dimension, start, count);
        var cosines = new float[Block * Block];
        for (var from = start; from < count; from += Block)
        {
            Array.Clear(cosines);
            var rows = Math.Min(Block, count - from);
            Matrix.AddProduct(lines.AsSpan(from * dimension), dimension, 1, columns, cosines, rows, dimension, Block);
            for (var at = 0; at < rows * Block; at++)
            {
                var (one, other) = (from + (at / Block), start + (at % Block));
                if (cosines[at] > least && one > other)
                {
                    pairs.Add((one, other));
                }
            }
        }

        return pairs;
    }

    private static float[] OnTheirSide(float[] lines, int dimension, int start, int count)
    {
        var columns = new float[dimension * Block];
        for (var at = start; at < Math.Min(count, start + Block); at++)
        {
            for (var number = 0; number < dimension; number++)
            {
                columns[(number * Block) + (at - start)] = lines[(at * dimension) + number];
            }
        }

        return columns;
    }
}
