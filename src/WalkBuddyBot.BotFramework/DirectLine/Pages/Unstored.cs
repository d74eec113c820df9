using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;

namespace WalkBuddyBot.BotFramework.DirectLine.Pages;

/// <summary>Shows on the open pages what nothing could store: the words of an emergency or a crisis need no memory.</summary>
internal sealed class Unstored(OpenPages pages, IClock clock)
{
    /// <summary>Whether anybody would see it.</summary>
    public bool CanShow(BotActivity asked) => pages.AnyOpen(asked.Conversation!.Id!);

    /// <summary>The message itself: the page that sent it waits for its echo.</summary>
    public void Show(BotActivity asked) => pages.Pass(asked.Conversation!.Id!, asked);

    /// <summary>The answers to it.</summary>
    public void Show(BotActivity asked, IReadOnlyList<BotActivity> replies)
    {
        var to = new ConversationReference
        {
            Sink = BotAccount.Sink,
            ChannelId = BotAccount.Channel,
            Conversation = asked.Conversation!,
            User = asked.From,
        };

        // Named after what they answer: where another node says them once more, a page that has them shows them once.
        for (var i = 0; i < replies.Count; i++)
        {
            pages.Pass(
                asked.Conversation!.Id!,
                Stamped(DirectLineSink.Addressed(replies[i], to)) with { Id = $"{asked.Id}|{i}", ReplyToId = null });
        }
    }

    /// <summary>With an id and a time of its own, since no transcript gives it any.</summary>
    public BotActivity Stamped(BotActivity activity) => activity with
    {
        Id = $"{activity.Conversation!.Id}|{RandomIds.Hex()}",
        Timestamp = Timestamps.Of(clock.GetCurrentInstant()),
    };
}
