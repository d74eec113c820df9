namespace WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;

/// <summary>Learns to tell in scope from out of scope (logistic regression on features brought to one scale).</summary>
internal static class AcceptTrainer
{
    private const double Pull = 1e-3;

    public static AcceptModel Train(IReadOnlyList<double[]> features, IReadOnlyList<bool> inScope)
    {
        var size = features[0].Length;
        var means = Enumerable.Range(0, size).Select(i => features.Average(row => row[i])).ToArray();
        var spreads = Enumerable.Range(0, size)
            .Select(i => Math.Sqrt(features.Average(row => (row[i] - means[i]) * (row[i] - means[i])) + 1e-9)).ToArray();
        double[][] rows = [.. features.Select(row => row.Select((value, i) => (value - means[i]) / spreads[i]).ToArray())];
        var weights = Descent.Lowest((at, slope) => Loss(at, slope, rows, inScope), new double[size + 1]);
        return new([.. means], [.. spreads], [.. weights]);
    }

    private static double Loss(double[] weights, double[] slope, double[][] rows, IReadOnlyList<bool> inScope)
    {
        var loss = 0.0;
        Array.Clear(slope);
        for (var i = 0; i < rows.Length; i++)
        {
            var score = weights[^1];
            for (var j = 0; j < rows[i].Length; j++)
            {
                score += weights[j] * rows[i][j];
            }

            var sign = inScope[i] ? 1 : -1;
            var wrong = 1 / (1 + Math.Exp(sign * score));
            loss += sign * score < -30 ? -sign * score : Math.Log(1 + Math.Exp(-sign * score));
            for (var j = 0; j < rows[i].Length; j++)
            {
                slope[j] -= sign * wrong * rows[i][j];
            }

            slope[^1] -= sign * wrong;
        }

        for (var j = 0; j < slope.Length; j++)
        {
            slope[j] = (slope[j] / rows.Length) + (2 * Pull * weights[j]);
            loss += rows.Length * Pull * weights[j] * weights[j];
        }

        return loss / rows.Length;
    }
}
