namespace WalkBuddyBot.BotFramework;

/// <summary>How handing over an activity ended.</summary>
public abstract record SinkOutcome
{
    private SinkOutcome()
    {
    }

    /// <summary>The channel has it. A repeat of one it has already is accepted as well.</summary>
    /// <param name="ActivityId">The channel's id, if it said one.</param>
    public sealed record Accepted(string? ActivityId) : SinkOutcome;

    /// <summary>The channel surely does not have it and asks to wait.</summary>
    public sealed record Later(TimeSpan After, string Reason) : SinkOutcome
    {
        /// <summary>Whether everything that goes to this channel is to wait, not this activity alone.</summary>
        public bool ForAll { get; init; }
    }

    /// <summary>It could no longer begin when its turn came; nothing left.</summary>
    public sealed record NotBegun : SinkOutcome;

    /// <summary>The channel refuses this activity for good.</summary>
    public sealed record Refused(string Reason) : SinkOutcome;

    /// <summary>The conversation is gone, or the person blocked the bot: nothing more can be sent there.</summary>
    public sealed record Gone(string Reason) : SinkOutcome;

    /// <summary>Nobody knows whether the channel has it.</summary>
    public sealed record Unknown(string Reason) : SinkOutcome;
}
