using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.DirectLine.Pages;

/// <summary>
/// The event by which a page hears that what it shows was erased. The protocol cannot take back what is shown; our own page begins anew.
/// </summary>
internal static class ErasedEvent
{
    public const string Name = "walkbuddy/erased";

    /// <summary>Behind the confirmation, which it is named after: whoever hears it twice knows it again.</summary>
    public static BotActivity After(BotActivity confirmation) => new()
    {
        Type = ActivityTypes.Event,
        Name = Name,
        Id = confirmation.Id + "|erased",
        Timestamp = confirmation.Timestamp,
        ChannelId = BotAccount.Channel,
        From = BotAccount.Bot,
        Recipient = confirmation.Recipient,
        Conversation = confirmation.Conversation,
    };
}
