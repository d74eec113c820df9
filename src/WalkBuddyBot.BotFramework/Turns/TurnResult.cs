namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>How a turn ended for whoever waits for it.</summary>
internal abstract record TurnResult
{
    private TurnResult()
    {
    }

    /// <summary>Run to its end.</summary>
    public sealed record Answered(InboundAnswer Answer) : TurnResult;

    /// <summary>Not run to its end; the inbox has it, and the sweep runs it.</summary>
    public sealed record Left : TurnResult;
}
