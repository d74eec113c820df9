namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Cuts many sentences into batches that go through the network together, so that its weights are read once for each batch.</summary>
internal static class Batches
{
    /// <summary>The most rows of a batch: with more, the rows themselves would no longer fit beside the weights into a core's own memory.</summary>
    public const int MostRows = 96;

    /// <summary>Which sentences go together, shortest first; every one is in one batch.</summary>
    public static List<List<int>> Of(int[][] sentences)
    {
        var batches = new List<List<int>>();
        var rows = MostRows;
        foreach (var at in Enumerable.Range(0, sentences.Length).OrderBy(at => sentences[at].Length))
        {
            rows += sentences[at].Length;
            if (rows > MostRows)
            {
                batches.Add([]);
                rows = sentences[at].Length;
            }

            batches[^1].Add(at);
        }

        return batches;
    }
}
