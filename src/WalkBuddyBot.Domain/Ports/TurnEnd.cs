using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>How a turn's commit ended.</summary>
public abstract record TurnEnd
{
    private TurnEnd()
    {
    }

    /// <summary>Committed. The replies are leased to the caller, who hands them to the courier.</summary>
    public sealed record Committed(ImmutableArray<Outgoing> Replies) : TurnEnd;

    /// <summary>Someone else's turn of this person came between: load again and run again.</summary>
    public sealed record Stale : TurnEnd;

    /// <summary>This message was answered before; here is the first answer.</summary>
    public sealed record Repeat(string? Answer) : TurnEnd;
}
