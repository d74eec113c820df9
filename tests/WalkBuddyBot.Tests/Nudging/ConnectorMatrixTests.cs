using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Sending;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Tests.BotFramework.Connector;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

/// <summary>A crowd of nudges through the door, the courier and real HTTP, to a connector that has every bad day there is.</summary>
public sealed class ConnectorMatrixTests : IAsyncLifetime, IDisposable
{
    private const int Crowd = 40;

    private readonly FakeClock _clock = new(Some.At(10, 30));
    private LoopbackConnector _connector = null!;
    private NudgeWorld _world = null!;
    private int _calls;

    public async Task InitializeAsync()
    {
        _connector = await LoopbackConnector.StartAsync();
        var references = new Mock<IReferences>();
        references.Setup(port => port.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => _connector.Reference);
        var outbox = new FakeOutbox(_clock, Some.Facts(Some.Person() with { Plan = Plan.Default with { MostPerDay = 1000 } }));
        var courier = new Courier(
            references.Object,
            outbox,
            [_connector.Sink],
            new Drawings([new ConnectorDrawing("msteams", executes: true)]),
            new Settlement(_clock),
            NullLogger<Courier>.Instance);
        _world = new NudgeWorld(
            options: new NudgeOptions { PerTenantPerSecond = 0, InFlight = 16 }, outbox: outbox, clock: _clock, time: _connector.Time, courier: courier);
        outbox.With(_world.Waiting(Crowd).Select(row => row with
        {
            NotBefore = _clock.GetCurrentInstant(),
            Stale = _clock.GetCurrentInstant() + Duration.FromHours(1),
        }));
    }

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("-7")]
    [InlineData("garbage")]
    [InlineData("Mon, 23 Nov 2026 08:00:00 GMT")]
    public async Task A_third_and_then_all_refused_as_too_many_is_no_tight_loop_and_drains_after(string? retryAfter)
    {
        // A minute of one in three, three minutes of all, then none.
        _connector.Play = http => Passed() < 60 ? (Call() % 3 == 0 ? TooMany(http, retryAfter) : Taken(http))
            : Passed() < 240 ? TooMany(http, retryAfter)
            : Taken(http);
        _world.Outbox.With(Later(Crowd, seconds: 60));

        await RunAsync(seconds: 240);
        var refused = _connector.Asked.Count - Sent;
        await RunAsync(seconds: 180);

        // With five seconds each time: twelve windows in which up to sixteen were under way, a third of them refused, and 36 of one trial.
        Assert.Equal(2 * Crowd, Sent);
        Assert.InRange(refused, 1, (12 * 8) + 36);
        Assert.Equal(2 * Crowd + refused, _connector.Asked.Count);
    }

    [Theory]
    [InlineData(500, OutgoingState.Failed, "service error", 1)]
    [InlineData(501, OutgoingState.Failed, "service error", 1)]
    [InlineData(502, OutgoingState.Uncertain, "bad gateway", 1)]
    [InlineData(504, OutgoingState.Uncertain, "bad gateway", 1)]
    [InlineData(302, OutgoingState.Failed, "redirected", 1)]
    [InlineData(400, OutgoingState.Failed, "bad request", 1)]
    [InlineData(401, OutgoingState.Failed, "not authorised", 1)]
    [InlineData(403, OutgoingState.Failed, "forbidden", 1)]
    [InlineData(404, OutgoingState.Dropped, DropReasons.Gone, 1)]
    [InlineData(410, OutgoingState.Dropped, DropReasons.Gone, 1)]
    [InlineData(413, OutgoingState.Failed, "too large", 1)]
    [InlineData(408, OutgoingState.Failed, "busy", 10)]
    [InlineData(412, OutgoingState.Failed, "busy", 10)]
    [InlineData(503, OutgoingState.Failed, "busy", 10)]
    [InlineData(529, OutgoingState.Failed, "busy", 10)]
    public async Task A_status_that_stays_ends_each_nudge_after_bounded_tries(int status, OutgoingState ending, string reason, int tries)
    {
        _connector.Play = http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = status == 302 ? "/elsewhere" : null;
            return Task.CompletedTask;
        };

        await RunAsync(seconds: 900);

        Assert.All(_world.Outbox.Rows, row => Assert.Equal((ending, reason), (row.State, row.Reason)));
        Assert.Equal(Crowd * tries, _connector.Asked.Count);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_sent_once_whatever_of_it_came()
    {
        _connector.Play = async http =>
        {
            if (Call() % 2 == 0)
            {
                http.Response.ContentLength = 100_000;
                await http.Response.WriteAsync("""{"id":"out""");
                await http.Response.Body.FlushAsync();
            }

            http.Abort();
        };

        await RunAsync(seconds: 30);

        // How much of the first half the client saw before the connection broke is the network's to say.
        var uncertain = _world.Outbox.Rows.Count(row => row is { State: OutgoingState.Uncertain, Reason: "broken off" });
        Assert.InRange(uncertain, Crowd / 2, Crowd);
        Assert.Equal(Crowd, Sent + uncertain);
        Assert.Equal(Crowd, _connector.Asked.Count);
        Assert.Equal(uncertain, _world.Counted.Of(NudgeMeters.UncertainName));
    }

    [Fact]
    public async Task A_page_instead_of_json_and_a_body_without_end_are_taken_and_not_read_to_their_end()
    {
        _connector.Play = async http =>
        {
            if (Call() % 2 == 0)
            {
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<html>Thank you</html>");
                return;
            }

            var some = new byte[64 * 1024];
            for (var i = 0; i < 160 && !http.RequestAborted.IsCancellationRequested; i++)
            {
                await http.Response.Body.WriteAsync(some, http.RequestAborted);
            }
        };

        await RunAsync(seconds: 30);

        Assert.Equal(Crowd, Sent);
        Assert.Equal(Crowd, _connector.Asked.Count);
    }

    [Fact]
    public async Task A_reply_whose_answer_is_lost_is_sent_again_and_a_nudge_is_not()
    {
        var reply = Outgoing.ReplyTo(Some.Heard(from: Some.Home), 0, Some.Person().Id, Reply.Say("Hello."), _clock.GetCurrentInstant());
        _world.Outbox.With(reply);
        _connector.Play = http =>
        {
            if (Passed() < 3)
            {
                http.Abort();
                return Task.CompletedTask;
            }

            return Taken(http);
        };

        await RunAsync(seconds: 30);

        Assert.Equal(OutgoingState.Sent, _world.Outbox[reply.Id].State);
        Assert.Equal(Crowd, _world.Outbox.Rows.Count(row => row.State == OutgoingState.Uncertain));
        Assert.InRange(_connector.Asked.Count, Crowd + 2, Crowd + 4);
    }

    private int Sent => _world.Outbox.Rows.Count(row => row.State == OutgoingState.Sent);

    private int Call() => Interlocked.Increment(ref _calls);

    private double Passed() => (_clock.GetCurrentInstant() - Some.At(10, 30)).TotalSeconds;

    private IEnumerable<Outgoing> Later(int count, int seconds) => _world.Waiting(count, "later").Select(row => row with
    {
        NotBefore = _clock.GetCurrentInstant() + Duration.FromSeconds(seconds),
        Stale = _clock.GetCurrentInstant() + Duration.FromHours(1),
    });

    // A beat each second, and each waits for the answers of real sockets before time moves on.
    private async Task RunAsync(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            await _world.Door.RunAsync(CancellationToken.None);
            _clock.AdvanceSeconds(1);
            _connector.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static Task Taken(HttpContext http) => http.Response.WriteAsync("""{"id":"out-1"}""");

    private static Task TooMany(HttpContext http, string? retryAfter)
    {
        http.Response.StatusCode = 429;
        http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }
}
