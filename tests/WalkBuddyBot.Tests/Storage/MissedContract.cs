using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>Nudges that come while no page is open: one card, a number, and one line for it.</summary>
public abstract class MissedContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    private IConversationStore Talks => Get<IConversationStore>();

    [StoreFact]
    public async Task Of_unseen_nudges_of_a_kind_only_the_newest_stays_and_all_are_counted_once()
    {
        await BegunAsync();
        await NudgeAsync("first", shown: false);
        await NudgeAsync("second", shown: false);
        await NudgeAsync("third", shown: false);

        var shown = await Talks.ReadAsync("talk-1", 0, 10, None);
        var told = await ReturnAsync();
        var again = await ReturnAsync();
        var waiting = await Get<IInbox>().UnfinishedAsync("directline", 10, None);

        Assert.Equal(["hello", "third"], shown.Select(row => row.Activity.Text));
        Assert.Equal((3, 0), (told?.Missed, again?.Missed));
        Assert.Single(waiting, row => row.Activity.Name == "returned");
    }

    [StoreFact]
    public async Task What_an_open_page_shows_is_not_missed_and_stays()
    {
        await BegunAsync();
        await NudgeAsync("first", shown: true);
        await NudgeAsync("second", shown: true);

        Assert.Equal(["hello", "first", "second"], (await Talks.ReadAsync("talk-1", 0, 10, None)).Select(row => row.Activity.Text));
        Assert.Equal(0, (await ReturnAsync())?.Missed);
    }

    [StoreFact]
    public async Task The_card_before_becomes_a_line_in_its_place_when_the_next_one_comes()
    {
        await BegunAsync();
        await NudgeAsync("first", shown: true, Card);
        await NudgeAsync("second", shown: true, Card);
        await NudgeAsync("third", shown: true, Card);

        var shown = await Talks.ReadAsync("talk-1", 0, 10, None);

        Assert.Equal(
            [("hello", false), ("A walk?", false), ("A walk?", false), ("third", true)],
            shown.OrderBy(row => row.Sequence).Select(row => (row.Activity.Text!, row.Activity.Attachments is not null)));
        Assert.Equal(shown.Select(row => row.Changed).Distinct().Count(), shown.Count);
    }

    [StoreFact]
    public async Task A_page_that_polls_is_open()
    {
        await BegunAsync();
        await Talks.SeenAsync("talk-1", None);

        await NudgeAsync("first", shown: false);

        Assert.Equal(0, (await ReturnAsync())?.Missed);
    }

    [StoreFact]
    public async Task An_answered_card_stays_where_it_is()
    {
        await BegunAsync();
        var first = await NudgeAsync("first", shown: false);
        await SayAsync("answer", new Effect.NudgeAnswered(first, NudgeAnswer.Walked));

        await NudgeAsync("second", shown: false);

        Assert.Equal(["hello", "first", "second"], (await Talks.ReadAsync("talk-1", 0, 10, None)).Select(row => row.Activity.Text));
    }

    [StoreFact]
    public async Task A_reply_is_never_missed()
    {
        await BegunAsync();

        await Talks.AppendAsync("talk-1", Says("an answer"), Guid.Empty.ToString("N"), shown: false, None);

        Assert.Equal(0, (await ReturnAsync())?.Missed);
    }

    [StoreFact]
    public async Task When_the_page_was_last_seen_is_among_the_facts()
    {
        await BegunAsync();

        Assert.Equal(Clock.GetCurrentInstant() - Duration.FromHours(1), (await FactsAsync()).SeenAt);
    }

    [StoreFact]
    public async Task Of_other_channels_it_is_not_known()
    {
        Home = Address.Of("msteams", "tenant", "chat", "member", Scope.Personal);
        await KnownAsync();

        Assert.Null((await FactsAsync()).SeenAt);
    }

    private async Task BegunAsync()
    {
        await Talks.CreateAsync(new WebConversation("talk-1", "visitor-1", Clock.GetCurrentInstant(), Clock.GetCurrentInstant()), None);
        await Talks.AppendAsync("talk-1", Says("hello"), "greeting", shown: true, None);
        await KnownAsync();
        Clock.Advance(Duration.FromHours(1));
    }

    private static BotActivity Card(BotActivity activity) => activity with
    {
        Summary = "A walk?",
        Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard }],
    };

    private async Task<OutgoingId> NudgeAsync(string words, bool shown, Func<BotActivity, BotActivity>? drawn = null)
    {
        var slot = await WaitingNudgeAsync(words, Clock.GetCurrentInstant());
        var row = Assert.Single(await Outbox.MarkAsync(await Outbox.LeaseAsync(Home.Lane, 1, None), Some.Pass, None));
        await Talks.AppendAsync("talk-1", drawn?.Invoke(Says(words)) ?? Says(words), row.Id.Value.ToString("N"), shown, None);
        await Outbox.SettleAsync([row with { State = OutgoingState.Sent }], None);
        return slot.OutgoingId;
    }

    private async Task<Absence?> ReturnAsync()
    {
        Absence? told = null;
        await Talks.ReturnedAsync(
            "talk-1",
            absence =>
            {
                told = absence;
                return absence.Missed == 0 ? null : Says("") with { Type = "event", Name = "returned", Id = "r" + absence.Since.ToUnixTimeMilliseconds() };
            },
            None);
        return told;
    }

    private static BotActivity Says(string text) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "webchat",
        Text = text,
        Conversation = new ConversationAccount { Id = "talk-1" },
    };
}
