namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Room for the numbers of one run, used again by the next.</summary>
internal sealed class Workspace(int most)
{
    /// <summary>What goes through the layers: a row for each piece.</summary>
    public float[] Rows { get; } = new float[most * Network.Width];

    /// <summary>The same made even.</summary>
    public float[] Even { get; } = new float[most * Network.Width];

    /// <summary>What attention brings to each row.</summary>
    public float[] Gathered { get; } = new float[most * Network.Width];

    /// <summary>The embedded pieces as they came in.</summary>
    public float[] First { get; } = new float[most * Network.EmbeddingWidth];

    /// <summary>Queries, keys and values, or the wide middle of the feed-forward.</summary>
    public float[] Wide { get; } = new float[most * Network.InnerWidth];

    /// <summary>How much a piece looks at each other one.</summary>
    public float[] Scores { get; } = new float[most];
}
