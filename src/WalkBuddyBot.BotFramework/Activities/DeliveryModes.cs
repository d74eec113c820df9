namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>How a channel wants the replies to an activity.</summary>
public static class DeliveryModes
{
    /// <summary>In the answer to its own request.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>As a stream of parts, which is not spoken here.</summary>
    public const string Stream = "stream";
}
