namespace WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;

/// <summary>Finds the lowest point of a smooth convex loss of few numbers (L-BFGS with a backtracking step).</summary>
internal static class Descent
{
    private const int Memory = 8;

    /// <summary>The loss at a point; fills in its slope.</summary>
    internal delegate double Loss(double[] at, double[] slope);

    public static double[] Lowest(Loss loss, double[] start, int most = 100, double enough = 1e-6)
    {
        var at = (double[])start.Clone();
        var slope = new double[at.Length];
        var value = loss(at, slope);
        var past = new List<(double[] Move, double[] Turn, double Both)>();
        for (var round = 0; round < most && slope.Max(Math.Abs) > enough; round++)
        {
            var direction = Direction(slope, past);
            var downhill = Dot(direction, slope);
            var (length, next, nextSlope, nextValue) = (1.0, at, slope, value);
            for (var tries = 0; tries < 30; tries++, length /= 2)
            {
                next = [.. at.Select((number, i) => number + (length * direction[i]))];
                nextSlope = new double[at.Length];
                nextValue = loss(next, nextSlope);
                if (nextValue <= value + (1e-4 * length * downhill))
                {
                    break;
                }
            }

            if (nextValue >= value - (1e-10 * Math.Abs(value)))
            {
                break;
            }

            double[] move = [.. next.Select((number, i) => number - at[i])];
            double[] turn = [.. nextSlope.Select((number, i) => number - slope[i])];
            if (Dot(move, turn) is > 1e-12 and var both)
            {
                past.Add((move, turn, both));
                past.RemoveRange(0, Math.Max(0, past.Count - Memory));
            }

            (at, slope, value) = (next, nextSlope, nextValue);
        }

        return at;
    }

    private static double[] Direction(double[] slope, List<(double[] Move, double[] Turn, double Both)> past)
    {
        double[] direction = [.. slope.Select(number => -number)];
        var shares = new double[past.Count];
        for (var i = past.Count - 1; i >= 0; i--)
        {
            shares[i] = Dot(past[i].Move, direction) / past[i].Both;
            Add(direction, past[i].Turn, -shares[i]);
        }

        var scale = past is [.., var last] ? last.Both / Dot(last.Turn, last.Turn) : 1 / Math.Max(1, Math.Sqrt(Dot(slope, slope)));
        for (var i = 0; i < direction.Length; i++)
        {
            direction[i] *= scale;
        }

        for (var i = 0; i < past.Count; i++)
        {
            Add(direction, past[i].Move, shares[i] - (Dot(past[i].Turn, direction) / past[i].Both));
        }

        return direction;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static void Add(double[] into, double[] what, double times)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += times * what[i];
        }
    }
}
