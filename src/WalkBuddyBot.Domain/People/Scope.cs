namespace WalkBuddyBot.Domain;

/// <summary>How many people share a conversation.</summary>
public enum Scope
{
    /// <summary>One person and the bot.</summary>
    Personal,

    /// <summary>A group chat.</summary>
    Group,

    /// <summary>A channel of a team.</summary>
    Team,
}
