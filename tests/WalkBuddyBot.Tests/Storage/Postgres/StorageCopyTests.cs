using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage;
using WalkBuddyBot.Storage.Copying;
using WalkBuddyBot.Storage.Keeping;
using WalkBuddyBot.Tests.Storage.Sqlite;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>From a SQLite file to PostgreSQL, with everything.</summary>
[NeedsPostgres]
public sealed class StorageCopyTests : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase _file = new();

    protected override string ConnectionString => _file.ConnectionString;

    public override async Task DisposeAsync() => await _file.DisposeAfterAsync(base.DisposeAsync());

    [StoreFact]
    public async Task Everything_is_there_and_goes_on_where_it_was()
    {
        await FillAsync();
        var (facts, talk) = (await FactsAsync(), await Get<IConversationStore>().ReadAsync("talk-1", 0, 100, None));
        var export = await Get<IPersonExport>().ReadAsync(facts.Person.Id, None);
        await Get<IStorageGate>().DisposeAsync();
        var database = await PostgresDatabase.NewAsync(isEmpty: true);

        var copied = StorageCopy.Run(ConnectionString, database.ConnectionString, TimeProvider.System, None);
        await using var node = await NodeOnAsync(database.ConnectionString);
        var there = await node.GetRequiredService<ITurns>().FindAsync(Home, None);
        var talks = node.GetRequiredService<IConversationStore>();

        Assert.Equal([.. facts.Nudges30Days], [.. there!.Nudges30Days]);
        Assert.Equal(
            facts.Person.Schedules.Select(schedule => (schedule.Id, schedule.DoneThrough)),
            there.Person.Schedules.Select(schedule => (schedule.Id, schedule.DoneThrough)));
        Assert.Equal(export, await node.GetRequiredService<IPersonExport>().ReadAsync(facts.Person.Id, None));
        Assert.Equal(
            talk.Select(row => (row.Sequence, row.Activity.Id, row.Activity.Text)),
            (await talks.ReadAsync("talk-1", 0, 100, None)).Select(row => (row.Sequence, row.Activity.Id, row.Activity.Text)));
        Assert.Equal("kept", await node.GetRequiredService<IStore>().FindSettingAsync("key", None));
        Assert.Equal(1, copied.Single(table => table.Name == "person").Rows);
        Assert.Equal(0, copied.Single(table => table.Name == "redrawn").Rows);

        // What is added gets numbers after those that were copied.
        await talks.CreateAsync(new WebConversation("talk-2", "visitor-2", Clock.GetCurrentInstant(), Clock.GetCurrentInstant()), None);
        Assert.Equal(talk.Count + 1, (await talks.AppendAsync("talk-1", Says("next"), "o9", shown: true, None))!.Sequence);
        await node.DisposeAsync();
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    [StoreFact]
    public async Task A_target_that_holds_something_is_left_as_it_is()
    {
        await FillAsync();
        await Get<IStorageGate>().DisposeAsync();
        var database = await PostgresDatabase.NewAsync();
        await using (var node = await NodeOnAsync(database.ConnectionString))
        {
            await node.GetRequiredService<IStore>().SaveSettingAsync("theirs", "value", None);
        }

        var refused = Assert.Throws<StorageStartException>(
            () => StorageCopy.Run(ConnectionString, database.ConnectionString, TimeProvider.System, None));

        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    [StoreFact]
    public async Task A_file_that_the_service_has_is_not_copied()
    {
        var database = await PostgresDatabase.NewAsync();

        var refused = Assert.Throws<StorageStartException>(
            () => StorageCopy.Run(ConnectionString, database.ConnectionString, TimeProvider.System, None));

        Assert.Contains("stop that one first", refused.Message, StringComparison.Ordinal);
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    [StoreFact]
    public async Task What_breaks_off_leaves_a_target_that_can_be_copied_into()
    {
        await FillAsync();
        await Get<IStorageGate>().DisposeAsync();
        var database = await PostgresDatabase.NewAsync(isEmpty: true);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Throws<OperationCanceledException>(
            () => StorageCopy.Run(ConnectionString, database.ConnectionString, TimeProvider.System, cancelled.Token));

        Assert.NotEmpty(StorageCopy.Run(ConnectionString, database.ConnectionString, TimeProvider.System, None));
        await database.DisposeAfterAsync(Task.CompletedTask);
    }

    private async Task FillAsync()
    {
        await KnownAsync(Some.Weekdays("work", 10, 30));
        var talks = Get<IConversationStore>();
        await talks.CreateAsync(new WebConversation("talk-1", "visitor-1", Clock.GetCurrentInstant(), Clock.GetCurrentInstant()), None);
        for (var i = 0; i < 5; i++)
        {
            await talks.AppendAsync("talk-1", Says("wörds ☺ " + i), "o" + i, shown: true, None);
        }

        await WaitingNudgeAsync("n", Clock.GetCurrentInstant() + Duration.FromHours(1));
        await SayAsync("walked", new Effect.WalkLogged(Some.Walk("w", 22, 25)));
        await Get<IReferences>().SaveAsync(Home.Id.Value.ToString("N"), Reference(), None);
        await Get<ISigningKeys>().AddFirstAsync(new SigningKey("key", new byte[] { 1, 2, 3 }, Clock.GetCurrentInstant()), None);
        await Get<IPace>().TakeAsync("lane", 3, None);
        await Get<IStore>().SaveSettingAsync("key", "kept", None);
    }

    private ConversationReference Reference() => new()
    {
        Sink = "directline",
        ChannelId = "webchat",
        Conversation = new ConversationAccount { Id = Home.Conversation },
    };

    private static BotActivity Says(string text) => new() { Type = ActivityTypes.Message, ChannelId = "webchat", Text = text };
}
