namespace WalkBuddyBot.Domain;

/// <summary>Where an outgoing message stands. Whatever is killed, each state says what to do next.</summary>
public enum OutgoingState
{
    /// <summary>To be sent when its time has come.</summary>
    Waiting,

    /// <summary>Taken by a node for a while; nothing was sent, so it goes back to waiting when the lease ends.</summary>
    Leased,

    /// <summary>Marked, and perhaps under way. Found like this after a crash, it is in doubt.</summary>
    Sending,

    /// <summary>Accepted by the channel.</summary>
    Sent,

    /// <summary>Perhaps accepted; not sent again.</summary>
    Uncertain,

    /// <summary>Refused for good.</summary>
    Failed,

    /// <summary>Not sent, for a reason that is kept.</summary>
    Dropped,
}
