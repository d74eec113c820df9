namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>How one request to a connector ended.</summary>
internal abstract record ConnectorAnswer
{
    private ConnectorAnswer()
    {
    }

    /// <summary>The connector has it; some say no id.</summary>
    public sealed record Accepted(string? ActivityId) : ConnectorAnswer;

    /// <summary>The connector answered with a status that is no success.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Code">The connector's code, where it is one of <see cref="ErrorCodes"/>.</param>
    /// <param name="RetryAfter">How long it asks to wait, if it does.</param>
    public sealed record Refused(int Status, string? Code, TimeSpan? RetryAfter) : ConnectorAnswer;

    /// <summary>Nothing left this machine.</summary>
    public sealed record NotSent : ConnectorAnswer;

    /// <summary>It could no longer begin when its connection stood.</summary>
    public sealed record TooLate : ConnectorAnswer;

    /// <summary>It left, and no answer came.</summary>
    public sealed record Unanswered(string Reason) : ConnectorAnswer;
}
