using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Keeping;
using WalkBuddyBot.Storage.Sqlite;

namespace WalkBuddyBot.Tests.Storage.Sqlite;

/// <summary>What is finished and old goes; what is unfinished stays, however old.</summary>
public sealed class RetentionTests : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected override string ConnectionString => "Data Source=:memory:";

    [Fact]
    public async Task The_outbox_keeps_what_ended_for_thirty_days_and_what_has_not_ended_for_good()
    {
        await KnownAsync();
        await WaitingNudgeAsync("sent", Clock.GetCurrentInstant());
        var leased = await Outbox.LeaseAsync("web", 5, None);
        await Outbox.SettleAsync([leased[0] with { State = OutgoingState.Sent }], None);
        await WaitingNudgeAsync("waiting", Clock.GetCurrentInstant());

        Clock.Advance(Duration.FromDays(30));
        await Get<Retention>().RunAsync(None);
        var kept = await CountAsync("outgoing");
        Clock.Advance(Duration.FromMilliseconds(1));
        await Get<Retention>().RunAsync(None);

        Assert.Equal((2, 1), (kept, await CountAsync("outgoing")));
        Assert.Equal(OutgoingState.Waiting, Assert.Single((await FactsAsync()).Nudges30Days).State);
    }

    [Fact]
    public async Task The_inbox_keeps_what_is_done_for_seven_days_and_what_was_never_run_for_good()
    {
        await KnownAsync();
        await Get<IInbox>().ReceiveAsync(
            new BotActivity { Type = ActivityTypes.Message, Id = "1", ChannelId = "webchat" }, "directline", None);

        Clock.Advance(Duration.FromDays(7));
        var early = await Get<Retention>().RunAsync(None);
        Clock.Advance(Duration.FromMilliseconds(1));
        var later = await Get<Retention>().RunAsync(None);

        Assert.Equal((0, 1), (early, later));
        Assert.Equal("1", Assert.Single(await Get<IInbox>().UnfinishedAsync("directline", 5, None)).Activity.Id);
    }

    [Fact]
    public async Task More_than_one_batch_goes_and_the_young_stay()
    {
        await KnownAsync();
        await FillAsync(2500, "Done");
        Clock.Advance(Duration.FromDays(8));
        await FillAsync(10, "Done");

        await Get<Retention>().RunAsync(None);

        Assert.Equal(10, await CountAsync("inbox"));
    }

    private Task<int> FillAsync(int rows, string state) => Get<SqliteStore>().WriteAsync(
        WorkClass.Chat,
        session => session.Run(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $rows)
            INSERT INTO inbox (key, sink, state, received_at, done_at) SELECT $now || '-' || i, '', $state, $now, $now FROM n
            """,
            ("$rows", (long)rows),
            ("$state", state),
            ("$now", Clock.Now())),
        None);

    private Task<long?> CountAsync(string table) =>
        Get<SqliteStore>().ReadAsync(session => session.Number($"SELECT count(*) FROM {table}"), None);
}
