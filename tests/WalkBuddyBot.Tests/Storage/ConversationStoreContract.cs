using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Tests.Storage;

public abstract class ConversationStoreContract : StoreContract
{
    private const string Talk = "talk-1";
    private static readonly CancellationToken None = CancellationToken.None;

    private IConversationStore Talks => Get<IConversationStore>();

    [StoreFact]
    public async Task A_conversation_is_added_once_and_found_by_id_and_by_visitor()
    {
        var first = await CreateAsync(Talk);
        var again = await CreateAsync(Talk);
        Clock.Advance(Duration.FromMinutes(1));
        await CreateAsync("talk-2");
        await Talks.SeenAsync(Talk, None);

        Assert.Equal((true, false), (first, again));
        Assert.Equal("talk-2", (await Talks.NewestOfAsync("visitor", None))!.Id);
        Assert.Equal(Clock.GetCurrentInstant(), (await Talks.FindAsync(Talk, None))!.SeenAt);
        Assert.Null(await Talks.FindAsync("talk-3", None));
        Assert.Null(await Talks.NewestOfAsync("nobody", None));
    }

    [StoreFact]
    public async Task A_post_gets_its_id_and_time_and_waits_in_the_inbox()
    {
        await CreateAsync(Talk);

        var stored = await PostAsync("hello", "c1");

        Assert.Equal(("talk-1|0000001", "2026-11-23T09:00:00.000Z", Talk), (stored.Activity.Id, stored.Activity.Timestamp, stored.Activity.Conversation!.Id));
        var waiting = Assert.Single(await Get<IInbox>().UnfinishedAsync("directline", 5, None));
        Assert.Equal((stored.Activity.Key, "hello", "directline"), (waiting.Activity.Key, waiting.Activity.Text, waiting.Sink));
        Assert.Equal(stored.Activity.Timestamp, waiting.Activity.Timestamp);
    }

    [StoreFact]
    public async Task The_same_client_id_again_answers_the_first_row_and_adds_nothing()
    {
        await CreateAsync(Talk);
        var first = await PostAsync("hello", "c1");

        var again = await PostAsync("hello", "c1");

        Assert.Equal((first.Activity.Id, true), (again.Activity.Id, again.Repeat));
        Assert.Single(await Talks.ReadAsync(Talk, 0, 10, None));
        Assert.Single(await Get<IInbox>().UnfinishedAsync("directline", 5, None));
    }

    [StoreFact]
    public async Task What_the_bot_has_nothing_to_do_with_is_echoed_only()
    {
        await CreateAsync(Talk);

        await Talks.PostAsync(Talk, Some("event"), clientActivityId: null, toRun: false, None);

        Assert.Single(await Talks.ReadAsync(Talk, 0, 10, None));
        Assert.Empty(await Get<IInbox>().UnfinishedAsync("directline", 5, None));
    }

    [StoreFact]
    public async Task Two_hundred_posts_at_once_get_rising_ids_and_times()
    {
        await CreateAsync(Talk);

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (i, _) => await PostAsync("m" + i, "c" + i));

        var all = await Talks.ReadAsync(Talk, 0, 500, None);
        Assert.Equal(Enumerable.Range(1, 200).Select(i => $"talk-1|{i:D7}"), all.Select(stored => stored.Activity.Id));
        var times = all.Select(stored => stored.Activity.Timestamp!).ToList();
        Assert.Equal(times.Distinct().Order(StringComparer.Ordinal), times);
    }

    [StoreFact]
    public async Task A_clock_that_goes_back_does_not_take_the_times_with_it()
    {
        await CreateAsync(Talk);
        await PostAsync("one", "c1");
        Clock.Advance(-Duration.FromHours(1));

        var second = await PostAsync("two", "c2");

        Assert.Equal("2026-11-23T09:00:00.001Z", second.Activity.Timestamp);
    }

    [StoreFact]
    public async Task What_the_bot_says_twice_under_one_id_is_there_once()
    {
        await CreateAsync(Talk);
        var first = await Talks.AppendAsync(Talk, Some("Hello."), "o1", shown: true, None);

        var again = await Talks.AppendAsync(Talk, Some("Hello."), "o1", shown: true, None);

        Assert.Equal((first!.Activity.Id, true), (again!.Activity.Id, again.Repeat));
        Assert.Null(await Talks.AppendAsync("gone", Some("Hello."), "o2", shown: true, None));
        Assert.Equal(1, await Talks.WatermarkAsync(Talk, None));
    }

    [StoreFact]
    public async Task What_is_drawn_anew_keeps_its_id_and_time_and_follows_every_older_watermark()
    {
        await CreateAsync(Talk);
        var nudge = await Talks.AppendAsync(Talk, Some("Walk?"), "o1", shown: true, None);
        await PostAsync("yes", "c1");
        var before = await Talks.WatermarkAsync(Talk, None);

        var drawn = await Talks.ReplaceAsync(Talk, Some("Walked."), "o1", "fold", None);
        var repeat = await Talks.ReplaceAsync(Talk, Some("Walked."), "o1", "fold", None);
        var later = await Talks.AppendAsync(Talk, Some("Well done."), "o2", shown: true, None);

        Assert.Equal((nudge!.Activity.Id, nudge.Activity.Timestamp, 1L), (drawn!.Activity.Id, drawn.Activity.Timestamp, drawn.Sequence));
        Assert.True(repeat!.Repeat);
        Assert.True(later!.Changed > drawn.Changed);
        Assert.Equal(["Walked.", "Well done."], (await Talks.ReadAsync(Talk, before, 10, None)).Select(stored => stored.Activity.Text));
        Assert.Null(await Talks.ReplaceAsync(Talk, Some("?"), "unknown", "fold-2", None));
    }

    [StoreFact]
    public async Task An_older_update_that_is_repeated_does_not_undo_a_newer_one()
    {
        await CreateAsync(Talk);
        await Talks.AppendAsync(Talk, Some("Walk?"), "o1", shown: true, None);
        await Talks.ReplaceAsync(Talk, Some("One."), "o1", "fold-1", None);
        await Talks.ReplaceAsync(Talk, Some("Two."), "fold-1", "fold-2", None);

        await Talks.ReplaceAsync(Talk, Some("One."), "o1", "fold-1", None);

        Assert.Equal("Two.", Assert.Single(await Talks.ReadAsync(Talk, 0, 10, None)).Activity.Text);
    }

    [StoreFact]
    public async Task A_long_history_is_read_from_a_watermark_before_its_newest()
    {
        await CreateAsync(Talk);
        for (var i = 1; i <= 5; i++)
        {
            await PostAsync("m" + i, "c" + i);
        }

        Assert.Equal(["m4", "m5"], (await Talks.ReadAsync(Talk, await Talks.WatermarkBeforeNewestAsync(Talk, 2, None), 10, None)).Select(s => s.Activity.Text));
        Assert.Equal(0, await Talks.WatermarkBeforeNewestAsync(Talk, 5, None));
        Assert.Equal(0, await Talks.WatermarkBeforeNewestAsync("unknown", 5, None));
        Assert.Equal(0, await Talks.WatermarkAsync("unknown", None));
    }

    [StoreFact]
    public async Task Trimming_takes_the_old_and_watermarks_go_on()
    {
        await CreateAsync(Talk);
        await Talks.AppendAsync(Talk, Some("old"), "o1", shown: true, None);
        await Talks.ReplaceAsync(Talk, Some("old, drawn anew"), "o1", "fold", None);
        Clock.Advance(Duration.FromDays(31));

        var trimmed = await Talks.TrimAsync(Clock.GetCurrentInstant() - Duration.FromDays(30), None);
        var next = await PostAsync("new", "c2");

        Assert.Equal(1, trimmed);
        Assert.Equal((3L, "talk-1|0000003"), (next.Changed, next.Activity.Id));
        Assert.Equal("new", Assert.Single(await Talks.ReadAsync(Talk, 2, 10, None)).Activity.Text);
    }

    [StoreFact]
    public async Task Everything_is_there_after_a_restart()
    {
        await CreateAsync(Talk);
        await PostAsync("hello", "c1");

        await RestartAsync();

        Assert.Equal("hello", Assert.Single(await Talks.ReadAsync(Talk, 0, 10, None)).Activity.Text);
        Assert.Equal("talk-1|0000002", (await PostAsync("again", "c2")).Activity.Id);
    }

    private static BotActivity Some(string text) => new() { Type = ActivityTypes.Message, Text = text, ChannelId = "webchat" };

    private Task<bool> CreateAsync(string id) =>
        Talks.CreateAsync(new WebConversation(id, "visitor", Clock.GetCurrentInstant(), Clock.GetCurrentInstant()), None);

    private Task<StoredActivity> PostAsync(string text, string clientId) => Talks.PostAsync(Talk, Some(text), clientId, toRun: true, None);
}
