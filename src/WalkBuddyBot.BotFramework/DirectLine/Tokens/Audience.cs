namespace WalkBuddyBot.BotFramework.DirectLine.Tokens;

/// <summary>What a signed value is good for; one kind is never taken for another.</summary>
internal static class Audience
{
    /// <summary>The bearer token of the REST calls.</summary>
    public const string Token = "directline";

    /// <summary>The ticket in a stream's address.</summary>
    public const string Ticket = "stream";

    /// <summary>The cookie that knows a browser again.</summary>
    public const string Visitor = "visitor";
}
