namespace WalkBuddyBot.BotFramework.Connector;

/// <summary>
/// What a connector's answer means for the row that was sent. Which answers are safe to repeat is Microsoft's table for Teams
/// (conversation messages, status codes): 412, 429 and 503 did not deliver; 502, 504 and silence may have.
/// </summary>
internal static class ConnectorOutcomes
{
    // Where the connector names no time, the row's own back-off is longer.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <param name="answer">The answer.</param>
    /// <param name="repeatable">Whether doing it twice does no harm: an update.</param>
    public static SinkOutcome Of(ConnectorAnswer answer, bool repeatable) => answer switch
    {
        ConnectorAnswer.Accepted(var id) => new SinkOutcome.Accepted(id),
        ConnectorAnswer.NotSent => new SinkOutcome.Later(Soon, "cannot connect"),
        ConnectorAnswer.TooLate => new SinkOutcome.NotBegun(),
        ConnectorAnswer.Unanswered(var reason) => new SinkOutcome.Unknown(reason),
        ConnectorAnswer.Refused refused => Of(refused, repeatable),
        _ => throw new InvalidOperationException($"Nothing follows from {answer.GetType().Name}."),
    };

    private static SinkOutcome Of(ConnectorAnswer.Refused refused, bool repeatable) => refused switch
    {
        { Code: ErrorCodes.Blocked or ErrorCodes.WritesBlocked } => new SinkOutcome.Gone("blocked"),
        { Code: ErrorCodes.NotInRoster } => new SinkOutcome.Gone("not installed"),
        { Code: ErrorCodes.Disabled } => new SinkOutcome.Gone("disabled"),
        { Status: 404 or 410 } => new SinkOutcome.Gone("conversation gone"),
        { Status: 429 } => Later(refused, "throttled"),
        { Status: 408 or 412 or 503 or 529 } => Later(refused, "busy"),
        { Status: 502 or 504 } => new SinkOutcome.Unknown("bad gateway"),
        { Status: 500 } when repeatable => new SinkOutcome.Unknown("service error"),
        { Status: >= 500 } => new SinkOutcome.Refused("service error"),
        { Status: 400 } => new SinkOutcome.Refused("bad request"),
        { Status: 401 } => new SinkOutcome.Refused("not authorised"),
        { Status: 403 } => new SinkOutcome.Refused("forbidden"),
        { Status: 413 } => new SinkOutcome.Refused("too large"),
        { Status: >= 300 and < 400 } => new SinkOutcome.Refused("redirected"),
        _ => new SinkOutcome.Refused("refused"),
    };

    // A channel that is asked too often, or that says when it is there again, means everything that goes there.
    private static SinkOutcome.Later Later(ConnectorAnswer.Refused refused, string reason) => new(refused.RetryAfter ?? Soon, reason)
    {
        ForAll = refused.Status == 429 || refused is { Status: 503, RetryAfter: not null },
    };
}
