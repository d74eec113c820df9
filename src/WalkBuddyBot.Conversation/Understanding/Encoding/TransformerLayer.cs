namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Attention, then feed-forward, each over evened rows and added to what was there.</summary>
internal sealed class TransformerLayer(LayerNorm beforeAttention, Attention attention, LayerNorm beforeForward, FeedForward forward, IArithmetic arithmetic)
{
    /// <summary>Changes the rows; attention looks at <paramref name="seen"/>, which are narrower in the first layer and the rows themselves later.</summary>
    public void Run(Span<float> rows, ReadOnlySpan<float> seen, ReadOnlySpan<int> lengths, Workspace workspace)
    {
        var count = rows.Length / Network.Width;
        var even = workspace.Even.AsSpan(0, seen.Length);
        beforeAttention.Run(seen, count, even);
        var gathered = workspace.Gathered.AsSpan(0, rows.Length);
        attention.Run(even, lengths, gathered, workspace);
        arithmetic.Add(gathered, rows);

        even = workspace.Even.AsSpan(0, rows.Length);
        beforeForward.Run(rows, count, even);
        forward.Run(even, count, workspace);
        arithmetic.Add(even, rows);
    }
}
