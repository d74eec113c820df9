using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>What arrived, as the channel sent it and as it was heard.</summary>
internal sealed record Arrived(BotActivity Activity, Heard Heard, ConversationReference Reference)
{
    /// <summary>Whether the channel takes the replies in the answer to its own request.</summary>
    public bool ExpectsReplies => Activity.DeliveryMode == DeliveryModes.ExpectReplies;
}
