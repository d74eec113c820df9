namespace WalkBuddyBot.BotFramework.DirectLine.Tokens;

/// <summary>How reading a signed value ended.</summary>
internal abstract record TokenReading
{
    private TokenReading()
    {
    }

    public sealed record Good(Grant Grant) : TokenReading;

    /// <summary>Ours, but its time is over.</summary>
    public sealed record Expired : TokenReading;

    /// <summary>Not ours, not for this purpose, or not readable.</summary>
    public sealed record Unreadable : TokenReading;
}
