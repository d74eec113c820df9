using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Erasing;
using WalkBuddyBot.Storage.Keeping;

namespace WalkBuddyBot.Tests.Storage.Sqlite;

/// <summary>"Delete my data" leaves nothing, and neither does whoever left long ago.</summary>
public sealed class ErasureTests : StoreContract
{
    private const string Talk = "talk-of-sentinel";
    private const string Visitor = "visitor-of-sentinel";

    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase _database = new();
    private Heard? _yes;

    public ErasureTests() => Home = Address.Of("webchat", tenant: null, Talk, Visitor, Scope.Personal);

    protected override string ConnectionString => _database.ConnectionString;

    private IConversationStore Talks => Get<IConversationStore>();

    private IInbox Inbox => Get<IInbox>();

    private IReferences References => Get<IReferences>();

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_the_database_or_its_logs()
    {
        var person = await RichAsync();
        await SendAsync(await ConfirmedAsync());
        await Get<Scrubber>().RunAsync(None);

        Assert.Empty(Found("sentinel-words", "Antarctica/Troll", "sentinel-name", "sentinel-reply", "sentinel-answer", "tip-of-sentinel", "2026-11-19"));
        Assert.Empty(Found(person.Id.Value.ToString("N"), Home.Id.Value.ToString("N")));
        Assert.Empty(Found(person.Id.Value.ToByteArray(bigEndian: true), Home.Id.Value.ToByteArray(bigEndian: true)));
        Assert.Equal(["yes", "Everything is deleted."], (await Talks.ReadAsync(Talk, 0, 10, None)).Select(row => row.Activity.Text));

        Clock.Advance(Duration.FromDays(8));
        await Get<Retention>().RunAsync(None);
        await Get<Scrubber>().RunAsync(None);

        Assert.Empty(Found("sentinel"));
    }

    [Fact]
    public async Task What_is_on_its_way_is_waited_for_and_vanishes_when_it_has_ended()
    {
        var person = await RichAsync();
        var nudge = await MarkedAsync("going");

        await ConfirmedAsync();
        var quiet = await Turns.NoneSendingAsync(person.Id, Duration.Zero, None);
        var shown = await Talks.AppendAsync(Talk, Says("too late"), nudge.Id.Value.ToString("N"), shown: true, None);
        await Outbox.SettleAsync([nudge with { State = OutgoingState.Waiting }], None);

        Assert.False(quiet);
        Assert.Null(shown);
        Assert.True(await Turns.NoneSendingAsync(person.Id, Duration.Zero, None));
        Assert.Equal(1, await CountAsync("outgoing"));
        Assert.Empty(await Outbox.LeaseAsync("web", 10, None));
    }

    [Fact]
    public async Task A_crash_after_the_commit_leaves_the_confirmation_to_be_sent_and_nothing_else()
    {
        await RichAsync();
        await MarkedAsync("going");
        await ConfirmedAsync();

        await RestartAsync();
        var uncertain = await Outbox.RecoverAsync(atStart: true, None);
        var left = await Outbox.MarkAsync(await Outbox.LeaseAsync("reply", 10, None), Some.Pass, None);
        var there = await References.FindAsync(Home.Id.Value.ToString("N"), None);
        await SendAsync([.. left]);

        Assert.Empty(uncertain);
        Assert.Equal("Everything is deleted.", Assert.Single(left).Body!.Text);
        Assert.NotNull(there);
        Assert.Null(await References.FindAsync(Home.Id.Value.ToString("N"), None));
        Assert.Equal(0, await CountAsync("outgoing"));
    }

    [Fact]
    public async Task A_repeat_of_an_old_message_is_known_and_brings_nobody_back()
    {
        await RichAsync();
        await SendAsync(await ConfirmedAsync());

        var old = await Turns.CommitAsync(Said("hello"), null, new(Person.FirstHeard(Said("hello")), [], [], "hi"), null, None);
        var wish = await Turns.CommitAsync(_yes!, null, new(Person.FirstHeard(_yes!), [], [], "hi"), null, None);

        Assert.IsType<TurnEnd.Repeat>(old);
        Assert.IsType<TurnEnd.Repeat>(wish);
        Assert.False(await Inbox.ReceiveAsync(Says("sentinel-words") with { Id = "hello", ChannelId = "webchat", Conversation = new() { Id = Talk } }, "directline", None));
        Assert.Null(await Turns.FindAsync(Home, None));
        Assert.Equal(0, await CountAsync("person"));
    }

    [Fact]
    public async Task Whoever_speaks_again_before_the_confirmation_is_out_can_still_be_reached()
    {
        await RichAsync();
        var confirmation = await ConfirmedAsync();

        await References.SaveAsync(Home.Id.Value.ToString("N"), Reference(), None);
        var again = Some.Heard("again", Home);
        await Turns.CommitAsync(again, null, new(Person.FirstHeard(again), [], [], "hi"), null, None);
        await SendAsync(confirmation);

        Assert.NotNull(await References.FindAsync(Home.Id.Value.ToString("N"), None));
        Assert.NotNull(await Turns.FindAsync(Home, None));
    }

    [Fact]
    public async Task In_a_group_only_the_members_own_goes()
    {
        var (ann, ben) = (Group("ann"), Group("ben"));
        await FirstWordsAsync(ann, "a1");
        var stays = await FirstWordsAsync(ben, "b1");
        await Inbox.ReceiveAsync(InGroup(ann, "a2"), "connector", None);
        await Inbox.ReceiveAsync(InGroup(ben, "b2"), "connector", None);

        Home = ann;
        await SayAsync("msteams|group|a3", new Effect.Erase());

        Assert.Null(await Turns.FindAsync(ann, None));
        Assert.Equal(stays.Id, (await Turns.FindAsync(ben, None))!.Person.Id);
        Assert.Equal("b2", Assert.Single(await Inbox.UnfinishedAsync("connector", 10, None)).Activity.Id);
        Assert.NotNull(await References.FindAsync(ben.Id.Value.ToString("N"), None));
    }

    [Fact]
    public async Task Another_conversation_of_the_same_browser_goes_too()
    {
        await RichAsync();
        var older = Address.Of("webchat", tenant: null, "talk-before", Visitor, Scope.Personal);
        await Talks.CreateAsync(new WebConversation("talk-before", Visitor, Clock.GetCurrentInstant(), Clock.GetCurrentInstant()), None);
        await FirstWordsAsync(older, "webchat|talk-before|1");

        await ConfirmedAsync();

        Assert.Null(await Turns.FindAsync(older, None));
        Assert.Null(await Talks.FindAsync("talk-before", None));
        Assert.Equal(0, await CountAsync("person"));
    }

    [Fact]
    public async Task Whoever_left_is_erased_after_thirty_days_unless_they_came_back()
    {
        var (gone, back) = (Address.Of("msteams", "t", "gone", "gone", Scope.Personal), Address.Of("msteams", "t", "back", "back", Scope.Personal));
        foreach (var address in new[] { gone, back })
        {
            await FirstWordsAsync(address, "msteams|" + address.Conversation + "|1");
            Home = address;
            await SayAsync("msteams|" + address.Conversation + "|2", person => person with { LeftAt = Clock.GetCurrentInstant() });
        }

        await SayAsync("msteams|back|3", person => person with { LeftAt = null });
        Clock.Advance(Duration.FromDays(29));
        await Get<Retention>().RunAsync(None);
        var before = await Turns.FindAsync(gone, None);
        Clock.Advance(Duration.FromDays(2));
        await Get<Retention>().RunAsync(None);

        Assert.NotNull(before);
        Assert.Null(await Turns.FindAsync(gone, None));
        Assert.Null(await References.FindAsync(gone.Id.Value.ToString("N"), None));
        Assert.NotNull(await Turns.FindAsync(back, None));
        Assert.NotNull(await References.FindAsync(back.Id.Value.ToString("N"), None));
    }

    [Fact]
    public async Task How_to_reach_someone_of_whom_nothing_is_kept_goes_after_a_while()
    {
        var passer = Address.Of("msteams", "t", "passer", "passer", Scope.Personal);
        await References.SaveAsync(passer.Id.Value.ToString("N"), Reference(), None);
        await Get<Retention>().RunAsync(None);
        var soon = await References.FindAsync(passer.Id.Value.ToString("N"), None);

        Clock.Advance(Duration.FromHours(3));
        await Get<Retention>().RunAsync(None);
        var later = await References.FindAsync(passer.Id.Value.ToString("N"), None);
        await References.SaveAsync(passer.Id.Value.ToString("N"), Reference(), None);

        Assert.NotNull(soon);
        Assert.Null(later);
        Assert.NotNull(await References.FindAsync(passer.Id.Value.ToString("N"), None));
    }

    [Fact]
    public async Task Who_is_erased_is_also_forgotten_where_they_only_spoke_in_a_group()
    {
        Home = Address.Of("msteams", "t", "a:ana", "29:ana", Scope.Personal);
        await KnownAsync();
        var group = Address.Of("msteams", "t", "19:group", "29:ana", Scope.Group);
        var other = Address.Of("msteams", "t", "19:group", "29:ben", Scope.Group);
        await References.SaveAsync(Home.Id.Value.ToString("N"), Reference() with { User = new() { Id = "29:ana" } }, None);
        await References.SaveAsync(group.Id.Value.ToString("N"), Reference() with { User = new() { Id = "29:ana" } }, None);
        await References.SaveAsync(other.Id.Value.ToString("N"), Reference() with { User = new() { Id = "29:ben" } }, None);

        await SayAsync("erase", new Effect.Erase());

        Assert.Null(await References.FindAsync(group.Id.Value.ToString("N"), None));
        Assert.NotNull(await References.FindAsync(other.Id.Value.ToString("N"), None));
    }

    [Fact]
    public async Task How_to_reach_someone_who_is_talking_is_never_swept_away_in_the_middle_of_it()
    {
        var passer = Address.Of("msteams", "t", "passer", "passer", Scope.Group);
        for (var minutes = 0; minutes < 300; minutes += 50)
        {
            await References.SaveAsync(passer.Id.Value.ToString("N"), Reference(), None);
            await Get<Retention>().RunAsync(None);
            Assert.NotNull(await References.FindAsync(passer.Id.Value.ToString("N"), None));
            Clock.Advance(Duration.FromMinutes(50));
        }
    }

    [Fact]
    public async Task A_late_reply_to_someone_of_whom_nothing_is_kept_keeps_the_way_to_them_until_it_has_gone_out()
    {
        var passer = Address.Of("msteams", "t", "team", "passer", Scope.Team);
        await References.SaveAsync(passer.Id.Value.ToString("N"), Reference(), None);
        await Turns.CommitAsync(Some.Heard("introduced", passer), null, new(null, [Reply.Say("I am new here.")], [], "x"), null, None);

        Clock.Advance(Duration.FromHours(3));
        await Get<Retention>().RunAsync(None);
        var waits = await References.FindAsync(passer.Id.Value.ToString("N"), None);
        var late = Assert.Single(await Get<IOutbox>().LeaseAsync("reply", 5, None));
        await Get<IOutbox>().SettleAsync([late with { State = OutgoingState.Sent }], None);
        await Get<Retention>().RunAsync(None);

        Assert.NotNull(waits);
        Assert.Null(await References.FindAsync(passer.Id.Value.ToString("N"), None));
    }

    /// <summary>Someone with something in every table.</summary>
    private async Task<Person> RichAsync()
    {
        await Talks.CreateAsync(new WebConversation(Talk, Visitor, Clock.GetCurrentInstant(), Clock.GetCurrentInstant()), None);
        await References.SaveAsync(Home.Id.Value.ToString("N"), Reference(), None);
        await Inbox.ReceiveAsync(
            new() { Type = "conversationUpdate", Id = "joined", ChannelId = "webchat", Conversation = new() { Id = Talk } }, "directline", None);
        var joined = await Turns.CommitAsync(Said("joined"), null, new(null, [Reply.Say("sentinel-reply")], [], "hi"), null, None);
        await Talks.PostAsync(Talk, Says("sentinel-words remind me"), "client-1", toRun: true, None);

        var person = Person.FirstHeard(Said("hello")) with { Zone = "Antarctica/Troll", Schedules = [Some.Weekdays("work", 10, 30)] };
        var hello = await Turns.CommitAsync(
            Said("hello"), null, new(person, [Reply.Say("sentinel-reply")], [new Effect.WalkLogged(Some.Walk("w", 19, 20))], "hi"), "sentinel-answer", None);
        var said = new[] { joined, hello }.SelectMany(end => ((TurnEnd.Committed)end).Replies);
        await Outbox.SettleAsync([.. said.Select(row => row with { State = OutgoingState.Sent, ActivityId = "sentinel-activity" })], None);
        await WaitingNudgeAsync("later", Clock.GetCurrentInstant() + Duration.FromHours(1));
        var sent = await MarkedAsync("sent");
        await Talks.AppendAsync(Talk, Says("sentinel-words walk?"), sent.Id.Value.ToString("N"), shown: true, None);
        await Outbox.SettleAsync([sent with { State = OutgoingState.Sent, ActivityId = "sentinel-activity" }], None);
        return (await FactsAsync()).Person;
    }

    private async Task<Outgoing> MarkedAsync(string key)
    {
        await WaitingNudgeAsync(key, Clock.GetCurrentInstant());
        var leased = await Outbox.LeaseAsync("web", 1, None);
        return Assert.Single(await Outbox.MarkAsync(
            leased, (_, _, _) => new Verdict.Send(Reply.Say("sentinel-words walk?"), NudgeKind.Walk, "tip-of-sentinel"), None));
    }

    /// <summary>"Yes", posted and run.</summary>
    private async Task<ImmutableArray<Outgoing>> ConfirmedAsync()
    {
        var yes = await Talks.PostAsync(Talk, Says("yes"), "client-yes", toRun: true, None);
        var outcome = new TurnOutcome(After: null, [Reply.Say("Everything is deleted.")], [new Effect.Erase()], "delete_data");
        var version = (await FactsAsync()).Person.Version;
        _yes = Said(yes.Activity.Id!);
        var end = await Turns.CommitAsync(_yes, version, outcome, answer: null, None);
        return Assert.IsType<TurnEnd.Committed>(end).Replies;
    }

    private async Task SendAsync(ImmutableArray<Outgoing> rows)
    {
        foreach (var row in rows)
        {
            Assert.NotNull(await Talks.AppendAsync(Talk, Says(row.Body!.Text), row.Id.Value.ToString("N"), shown: true, None));
        }

        await Outbox.SettleAsync([.. rows.Select(row => row with { State = OutgoingState.Sent, ActivityId = "sentinel-activity" })], None);
    }

    private async Task<Person> FirstWordsAsync(Address address, string key)
    {
        await References.SaveAsync(address.Id.Value.ToString("N"), Reference(), None);
        var heard = Some.Heard(key, address);
        await Turns.CommitAsync(heard, null, new(Person.FirstHeard(heard), [], [], "hi"), null, None);
        return (await Turns.FindAsync(address, None))!.Person;
    }

    private async Task<long> CountAsync(string table) => await Get<WalkBuddyBot.Storage.Sqlite.SqliteStore>().ReadAsync(
        session => table == "person" ? session.Number("SELECT count(*) FROM person") : session.Number("SELECT count(*) FROM outgoing"), None) ?? -1;

    private static Address Group(string member) => Address.Of("msteams", "tenant", "group", member, Scope.Group);

    private static BotActivity InGroup(Address from, string id) => Says("sentinel-words") with
    {
        Id = id,
        ChannelId = from.Channel,
        From = new ChannelAccount { Id = from.Member },
        Conversation = new ConversationAccount { Id = from.Conversation },
    };

    private Heard Said(string id) => Some.Heard($"webchat|{Talk}|{id}", Home);

    private static BotActivity Says(string text) => new() { Type = ActivityTypes.Message, ChannelId = "webchat", Text = text };

    private static ConversationReference Reference() => new()
    {
        Sink = "directline",
        ChannelId = "webchat",
        Conversation = new ConversationAccount { Id = Talk },
        User = new ChannelAccount { Id = Visitor, Name = "sentinel-name" },
    };

    private IEnumerable<string> Found(params string[] words) => words.Where(word => Holds(Encoding.UTF8.GetBytes(word)));

    private IEnumerable<string> Found(params byte[][] ids) => ids.Where(Holds).Select(Convert.ToHexString);

    private bool Holds(byte[] bytes) => new[] { "", "-wal", "-shm" }.Select(suffix => _database.Path + suffix).Where(File.Exists).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(bytes) >= 0;
    });
}
