namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Two dense layers with a wide middle, for each row on its own.</summary>
internal sealed class FeedForward(IMatrix inner, IMatrix outer, IArithmetic arithmetic)
{
    /// <summary>Runs over even rows and puts the outcome in their place.</summary>
    public void Run(Span<float> even, int count, Workspace workspace)
    {
        var wide = workspace.Wide.AsSpan(0, count * Network.InnerWidth);
        inner.Multiply(even, count, wide);
        arithmetic.Rectify(wide);
        outer.Multiply(wide, count, even);
    }
}
