using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Sending;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Channels;

public sealed class CourierTests
{
    private readonly FakeClock _clock = new(Some.At(10, 30));
    private readonly FakeSink _sink = new();
    private readonly Mock<IReferences> _references = new();
    private readonly Mock<IOutbox> _outbox = new();

    public CourierTests() =>
        Known(new ConversationReference { Sink = "here", ChannelId = "webchat", Conversation = new ConversationAccount { Id = "c" } });

    [Fact]
    public async Task What_the_channel_accepts_is_sent_with_its_id()
    {
        var row = Row();

        var ended = await Deliver(row);

        Assert.Equal((OutgoingState.Sent, "42", 1), (ended.State, ended.ActivityId, ended.Attempts));
        Assert.Equal(("Hello.", row.Id.Value.ToString("N")), (_sink.Sent[0].Activity.Text, _sink.Sent[0].Outgoing));
        _references.Verify(port => port.FindAsync(row.To.Value.ToString("N"), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_row_that_replaces_another_updates_it_in_place()
    {
        var older = Some.Nudge().Id;
        var row = Row() with { Replaces = older };

        await Deliver(row);

        Assert.Empty(_sink.Sent);
        Assert.Equal((older.Value.ToString("N"), null, row.Id.Value.ToString("N")), Assert.Single(_sink.Updated));
    }

    [Fact]
    public async Task The_older_message_is_named_by_the_channels_id_as_the_outbox_or_else_the_press_knows_it()
    {
        var row = Row() with { Replaces = Some.Nudge().Id };
        row = row with { Body = row.Body! with { ReplacesActivity = "as the press said" } };

        await Deliver(row);
        _outbox.Setup(port => port.ActivityIdOfAsync(row.Replaces!.Value, It.IsAny<CancellationToken>())).ReturnsAsync("as settled");
        await Deliver(row);

        Assert.Equal(["as the press said", "as settled"], _sink.Updated.Select(update => update.ActivityId));
    }

    [Fact]
    public async Task A_reply_names_what_it_answers()
    {
        var row = Row();

        await Deliver(row with { Body = row.Body! with { AnswersActivity = "asked-1" } });

        Assert.Equal("asked-1", Assert.Single(_sink.Sent).Activity.ReplyToId);
    }

    [Theory]
    [InlineData(true, OutgoingState.Waiting)]
    [InlineData(false, OutgoingState.Uncertain)]
    public async Task A_nudge_in_doubt_is_sent_again_only_where_the_sink_knows_a_repeat(bool knows, OutgoingState ending)
    {
        _sink.KnowsRepeats = knows;
        _sink.Answer = () => new SinkOutcome.Unknown("timeout");
        var nudge = Some.Nudge(state: OutgoingState.Sending) with { OnDoubt = Doubt.Resend, Body = Reply.Say("A walk?") };

        Assert.Equal((ending, "timeout"), await Ending(nudge));
    }

    [Fact]
    public async Task A_channel_that_asks_to_wait_is_waited_for()
    {
        _sink.Answer = () => new SinkOutcome.Later(TimeSpan.FromSeconds(30), "429");

        var ended = await Deliver(Row());

        Assert.Equal((OutgoingState.Waiting, "429", 1), (ended.State, ended.Reason, ended.Attempts));
        Assert.Equal(_clock.GetCurrentInstant() + Duration.FromSeconds(30), ended.NotBefore);
    }

    [Fact]
    public async Task A_wait_beyond_reason_is_cut()
    {
        _sink.Answer = () => new SinkOutcome.Later(TimeSpan.MaxValue, "429");

        var ended = await Deliver(Row());

        Assert.Equal(_clock.GetCurrentInstant() + Duration.FromHours(1), ended.NotBefore);
    }

    [Fact]
    public async Task The_tenth_attempt_of_a_nudge_is_the_last()
    {
        _sink.Answer = () => new SinkOutcome.Later(TimeSpan.FromSeconds(1), "503");
        var nudge = Some.Nudge(state: OutgoingState.Sending) with { Body = Reply.Say("A walk?") };

        Assert.Equal(OutgoingState.Waiting, (await Deliver(nudge with { Attempts = 8 })).State);
        Assert.Equal((OutgoingState.Failed, "503"), await Ending(nudge with { Attempts = 9 }));
    }

    [Fact]
    public async Task A_reply_that_the_channel_surely_does_not_have_is_tried_for_an_hour()
    {
        _sink.Answer = () => new SinkOutcome.Later(TimeSpan.FromSeconds(1), "503");

        Assert.Equal(OutgoingState.Waiting, (await Deliver(Row() with { Attempts = 62 })).State);
        Assert.Equal((OutgoingState.Failed, "503"), await Ending(Row() with { Attempts = 63 }));
    }

    [Fact]
    public async Task What_may_no_longer_begin_is_given_back_as_it_was()
    {
        var nudge = Some.Nudge(state: OutgoingState.Sending) with { Body = Reply.Say("A walk?"), Attempts = 1 };

        var (ended, wait) = await Sender().DeliverAsync(nudge, () => false, CancellationToken.None);

        Assert.Empty(_sink.Sent);
        Assert.Equal((OutgoingState.Waiting, nudge.NotBefore, 1), (ended.State, ended.NotBefore, ended.Attempts));
        Assert.Null(wait);
    }

    [Theory]
    [InlineData(true, 0, 0)]
    [InlineData(true, 30, 30)]
    [InlineData(true, 1_000_000_000, 3600)]
    [InlineData(false, 30, null)]
    public async Task A_channel_that_speaks_of_everything_holds_the_lane_within_bounds(bool all, int asked, int? held)
    {
        _sink.Answer = () => new SinkOutcome.Later(TimeSpan.FromSeconds(asked), "429") { ForAll = all };

        var (_, wait) = await Sender().DeliverAsync(Row(), () => true, CancellationToken.None);

        Assert.Equal(held is { } seconds ? Duration.FromSeconds(seconds) : null, wait);
    }

    [Fact]
    public async Task What_is_refused_fails_and_what_is_gone_is_dropped()
    {
        _sink.Answer = () => new SinkOutcome.Refused("400");
        Assert.Equal((OutgoingState.Failed, "400"), await Ending(Row()));

        _sink.Answer = () => new SinkOutcome.Gone("blocked");
        Assert.Equal((OutgoingState.Dropped, DropReasons.Gone), await Ending(Row()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_doubt_a_reply_is_sent_again_and_a_nudge_is_not(bool throws)
    {
        _sink.Answer = () => throws ? throw new InvalidOperationException("broken") : new SinkOutcome.Unknown("exception");

        var reply = await Deliver(Row());
        var nudge = await Deliver(Some.Nudge(state: OutgoingState.Sending) with { Body = Reply.Say("A walk?") });

        Assert.Equal((OutgoingState.Waiting, "exception"), (reply.State, reply.Reason));
        Assert.True(reply.NotBefore > _clock.GetCurrentInstant());
        Assert.Equal((OutgoingState.Uncertain, "exception"), (nudge.State, nudge.Reason));
    }

    [Theory]
    [InlineData(Urgency.Reply, false, 2, OutgoingState.Waiting)]
    [InlineData(Urgency.Reply, false, 3, OutgoingState.Uncertain)]
    [InlineData(Urgency.Safety, false, 3, OutgoingState.Waiting)]
    [InlineData(Urgency.Reply, true, 3, OutgoingState.Waiting)]
    public async Task In_doubt_a_reply_is_said_four_times_at_most_unless_safety_hangs_on_it_or_the_sink_knows_a_repeat(
        Urgency urgency, bool knows, int tried, OutgoingState ending)
    {
        _sink.KnowsRepeats = knows;
        _sink.Answer = () => new SinkOutcome.Unknown("timeout");

        Assert.Equal((ending, "timeout"), await Ending(Row() with { Urgency = urgency, Attempts = tried }));
    }

    [Fact]
    public async Task When_the_memory_is_away_nothing_was_sent_and_even_a_nudge_waits()
    {
        _references.Setup(port => port.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("away"));

        Assert.Equal((OutgoingState.Waiting, "store"), await Ending(Some.Nudge() with { Body = Reply.Say("A walk?") }));
        Assert.Empty(_sink.Sent);
    }

    [Fact]
    public async Task Without_a_reference_a_sink_or_words_nothing_is_handed_over()
    {
        Assert.Equal((OutgoingState.Failed, "nothing to say"), await Ending(Row() with { Body = null }));

        Known(new ConversationReference { Sink = "elsewhere", ChannelId = "webchat", Conversation = new ConversationAccount() });
        Assert.Equal((OutgoingState.Failed, "no sink"), await Ending(Row()));

        Known(null);
        Assert.Equal((OutgoingState.Dropped, DropReasons.Gone), await Ending(Row()));
        Assert.Empty(_sink.Sent);
    }

    private async Task<(OutgoingState, string?)> Ending(Outgoing row)
    {
        var ended = await Deliver(row);
        return (ended.State, ended.Reason);
    }

    private Task<Outgoing> Deliver(Outgoing row) => Sender().DeliverAsync(row, CancellationToken.None);

    private Courier Sender() => new(
        _references.Object, _outbox.Object, [_sink], new Drawings([new WebChatDrawing()]), new Settlement(_clock), NullLogger<Courier>.Instance);

    private void Known(ConversationReference? reference) =>
        _references.Setup(port => port.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(reference);

    private Outgoing Row() => Outgoing.ReplyTo(Some.Heard(), 0, null, Reply.Say("Hello."), _clock.GetCurrentInstant());
}
