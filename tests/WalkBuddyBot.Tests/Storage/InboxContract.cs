using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

public abstract class InboxContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    private IInbox Inbox => Get<IInbox>();

    [StoreFact]
    public async Task A_key_is_taken_once()
    {
        var first = await Inbox.ReceiveAsync(Message("1"), "connector", None);
        var again = await Inbox.ReceiveAsync(Message("1"), "connector", None);

        Assert.Equal((true, false), (first, again));
    }

    [StoreFact]
    public async Task What_was_never_committed_comes_back_oldest_first()
    {
        await Inbox.ReceiveAsync(Message("2"), "connector", None);
        Clock.Advance(Duration.FromSeconds(1));
        await Inbox.ReceiveAsync(Message("1"), "connector", None);

        await RestartAsync();
        var unfinished = await Inbox.UnfinishedAsync("connector", 10, None);

        Assert.Equal(["2", "1"], unfinished.Select(row => row.Activity.Id));
        Assert.Equal(("connector", "words"), (unfinished[0].Sink, unfinished[0].Activity.Text));
    }

    [StoreFact]
    public async Task One_sinks_backlog_hides_nothing_of_anothers()
    {
        await Inbox.ReceiveAsync(Message("1"), "directline", None);
        await Inbox.ReceiveAsync(Message("2"), "directline", None);
        Clock.Advance(Duration.FromSeconds(1));
        await Inbox.ReceiveAsync(Message("3"), "connector", None);

        var unfinished = await Inbox.UnfinishedAsync("connector", 1, None);

        Assert.Equal("3", Assert.Single(unfinished).Activity.Id);
    }

    [StoreFact]
    public async Task A_committed_turn_takes_its_message_out_of_the_inbox_and_keeps_the_answer()
    {
        var message = Message("1");
        await Inbox.ReceiveAsync(message, "connector", None);
        var heard = Some.Heard(message.Key!, Home);

        await Turns.CommitAsync(heard, null, new(null, [], [], "x"), "the answer", None);

        Assert.Empty(await Inbox.UnfinishedAsync("connector", 10, None));
        Assert.False(await Inbox.ReceiveAsync(message, "connector", None));
        Assert.Equal(new TurnEnd.Repeat("the answer"), await Turns.CommitAsync(heard, null, new(null, [], [], "x"), null, None));
    }

    [StoreFact]
    public async Task How_a_message_stands_can_be_asked_by_its_key()
    {
        var message = Message("1");
        var before = await Inbox.FindAsync(message.Key!, None);
        await Inbox.ReceiveAsync(message, "connector", None);

        var waiting = await Inbox.FindAsync(message.Key!, None);
        await Turns.CommitAsync(Some.Heard(message.Key!, Home), null, new(null, [], [], "x"), "the answer", None);

        Assert.Equal((null, new InboxRow(false, null)), (before, waiting));
        Assert.Equal(new InboxRow(true, "the answer"), await Inbox.FindAsync(message.Key!, None));
    }

    [StoreFact]
    public async Task A_message_with_nothing_to_commit_is_closed_once_and_its_text_is_gone()
    {
        var message = Message("1");
        await Inbox.ReceiveAsync(message, "connector", None);

        await Inbox.CloseAsync(message.Key!, "first", None);
        await Inbox.CloseAsync(message.Key!, "second", None);

        Assert.Empty(await Inbox.UnfinishedAsync("connector", 10, None));
        Assert.Equal(new InboxRow(true, "first"), await Inbox.FindAsync(message.Key!, None));
        Assert.False(await Inbox.ReceiveAsync(message, "connector", None));
    }

    [StoreFact]
    public async Task Signs_that_are_none_do_not_keep_a_message_from_being_received_once_and_answered()
    {
        var message = Message("a\0b\ud800") with { Text = "half a sign: \ud800, and none: \0" };
        var home = Address.Of("msteams", "ten\0ant", "talk\0", "member\udc00", Scope.Personal);

        var taken = (await Inbox.ReceiveAsync(message, "connector", None), await Inbox.ReceiveAsync(message, "connector", None));
        var heard = Some.Heard(message.Key!, home);
        await Turns.CommitAsync(heard, null, new(Person.FirstHeard(heard), [Reply.Say("hi \0")], [], "x"), "the \0 answer", None);
        var known = await Turns.FindAsync(home, None);
        var again = await Turns.CommitAsync(Some.Heard("next", home), known!.Person.Version, new(known.Person, [], [], "x"), null, None);

        Assert.Equal((true, false), taken);
        Assert.True((await Inbox.FindAsync(message.Key!, None))!.Done);
        Assert.IsType<TurnEnd.Committed>(again);
    }

    private static BotActivity Message(string id) => new()
    {
        Type = ActivityTypes.Message,
        Id = id,
        ChannelId = "msteams",
        Text = "words",
        Conversation = new ConversationAccount { Id = "a" },
    };
}
