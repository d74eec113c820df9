using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine.Turns;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>Tells the bot that a visitor came, once a conversation however often its page is loaded.</summary>
internal sealed class Greeter(IInbox inbox, DirectLineTurns turns, IClock clock)
{
    private const string Joined = "joined";

    public async Task JoinedAsync(string conversation, string userId, string? locale, CancellationToken cancellationToken)
    {
        var user = BotAccount.User(userId);
        var update = new BotActivity
        {
            Type = ActivityTypes.ConversationUpdate,
            Id = Joined,
            Timestamp = Timestamps.Of(clock.GetCurrentInstant()),
            ChannelId = BotAccount.Channel,
            From = user,
            Recipient = BotAccount.Bot,
            Conversation = new ConversationAccount { Id = conversation },
            MembersAdded = [user],
            Locale = locale,
        };
        if (await inbox.ReceiveAsync(update, BotAccount.Sink, cancellationToken))
        {
            turns.Add(update);
        }
    }
}
