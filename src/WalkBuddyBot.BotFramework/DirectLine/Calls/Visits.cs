using System.Globalization;
using System.Text.Json;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine.Turns;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>
/// Notes that a page asked for a conversation: at most once a minute, since a polling page asks each second. One that comes back after a
/// while, and missed something, is made known to the bot.
/// </summary>
internal sealed class Visits(IConversationStore store, DirectLineTurns turns, IClock clock)
{
    private static readonly Duration Between = Duration.FromMinutes(1);
    private static readonly Duration Away = Duration.FromMinutes(3);

    // Whoever was away so long may have missed nudges that were never sent: the bot knows.
    private static readonly Duration Long = Duration.FromDays(1);

    public async Task NoteAsync(WebConversation conversation, CancellationToken cancellationToken)
    {
        var unseen = clock.GetCurrentInstant() - conversation.SeenAt;
        if (unseen < Between)
        {
            return;
        }

        if (unseen < Away)
        {
            await store.SeenAsync(conversation.Id, cancellationToken);
            return;
        }

        if (await store.ReturnedAsync(conversation.Id, absence => Returned(conversation.Id, absence), cancellationToken) is { } returned)
        {
            turns.Add(returned);
        }
    }

    /// <summary>A page was closed: until now it was looked at.</summary>
    public async Task LeftAsync(WebConversation conversation)
    {
        try
        {
            await store.SeenAsync(conversation.Id, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // Then it counts as seen when it was last asked for.
        }
    }

    private static BotActivity? Returned(string conversation, Absence absence)
    {
        var away = absence.Until - absence.Since;
        if (away < Away || (absence.Missed == 0 && away < Long))
        {
            return null;
        }

        var since = absence.Since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new BotActivity
        {
            Type = ActivityTypes.Event,
            Name = ReturnedEvent.Name,
            Id = "returned-" + since,
            Timestamp = Timestamps.Of(absence.Until),
            ChannelId = BotAccount.Channel,
            From = BotAccount.User(absence.UserId),
            Recipient = BotAccount.Bot,
            Conversation = new ConversationAccount { Id = conversation },
            Value = JsonSerializer.SerializeToElement(new Dictionary<string, string>
            {
                [ReturnedEvent.Missed] = absence.Missed.ToString(CultureInfo.InvariantCulture),
                [ReturnedEvent.Since] = since,
            }),
        };
    }
}
