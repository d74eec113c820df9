namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>What a visitor's calls are for. Each kind has a budget of its own, so that a page which asks often can still post.</summary>
internal enum CallKind
{
    /// <summary>Saying something.</summary>
    Post,

    /// <summary>Asking for what was said: a page without a stream asks each second.</summary>
    Read,

    /// <summary>Tokens, conversations and streams: what a page does when it opens, comes back or renews its token.</summary>
    Open,
}
