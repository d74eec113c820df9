namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>How callers of <c>/api/messages</c> prove themselves.</summary>
public enum InboundMode
{
    /// <summary>By a token of the Bot Framework. Until tokens are checked here, every call is refused.</summary>
    Tokens,

    /// <summary>Not at all: whoever calls from this machine is believed. For development.</summary>
    NoneLoopbackOnly,

    /// <summary>There is no such endpoint.</summary>
    Off,
}
