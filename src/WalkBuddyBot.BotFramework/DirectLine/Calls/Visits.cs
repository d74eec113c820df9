using NodaTime;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>Notes that a page asked for a conversation: at most once a minute, since a polling page asks each second.</summary>
internal sealed class Visits(IConversationStore store, IClock clock)
{
    private static readonly Duration Between = Duration.FromMinutes(1);

    public async Task NoteAsync(WebConversation conversation, CancellationToken cancellationToken)
    {
        if (clock.GetCurrentInstant() - conversation.SeenAt >= Between)
        {
            await store.SeenAsync(conversation.Id, cancellationToken);
        }
    }
}
