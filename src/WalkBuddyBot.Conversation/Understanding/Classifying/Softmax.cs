namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>From scores to probabilities.</summary>
internal static class Softmax
{
    /// <summary>Scores become the logarithms of probabilities.</summary>
    public static void ToLogarithms(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += Math.Exp(score - most);
        }

        var log = most + (float)Math.Log(sum);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] -= log;
        }
    }

    /// <summary>Scores become probabilities.</summary>
    public static void ToProbabilities(Span<float> scores)
    {
        ToLogarithms(scores);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i]);
        }
    }
}
