using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Turns;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Tests.Domain;
using WalkBuddyBot.Tests.Nudging;

namespace WalkBuddyBot.Tests.Channels;

public sealed class TurnRunnerTests : IDisposable
{
    private static readonly BotActivity Message = new()
    {
        Type = ActivityTypes.Message,
        Id = "7",
        ChannelId = "webchat",
        From = new ChannelAccount { Id = "dl_1" },
        Recipient = new ChannelAccount { Id = "bot" },
        Conversation = new ConversationAccount { Id = "conversation" },
        Text = "why walk?",
    };

    private static readonly PersonId Somebody = Some.Person().Id;
    private readonly FakeClock _clock = new(Some.At(10, 30));
    private readonly Mock<ISafetyScreen> _screen = new();
    private readonly Mock<IReferences> _references = new();
    private readonly Mock<ITurns> _turns = new();
    private readonly Mock<IBuddy> _buddy = new();
    private readonly Mock<IPersonExport> _export = new();
    private readonly Mock<IOutbox> _outbox = new();
    private readonly FakeCourier _courier = new();
    private readonly FakeSink _sink = new();
    private readonly CountedTurns _counted = new();
    private readonly List<string> _order = [];
    private readonly List<Outgoing> _settled = [];
    private TurnOutcome _outcome = new(Some.Person(), [Reply.Say("One."), Reply.Say("Two.")], [], "overview");

    public TurnRunnerTests()
    {
        _turns.Setup(port => port.FindAsync(It.IsAny<Address>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => Some.Facts());
        _buddy.Setup(port => port.Turn(It.IsAny<Heard>(), It.IsAny<PersonFacts?>(), It.IsAny<Instant>())).Returns(() => _outcome);
        Commits((heard, outcome) => new TurnEnd.Committed(
            [.. outcome.Replies.Select((reply, i) => Outgoing.ReplyTo(heard, i, null, reply, _clock.GetCurrentInstant()) with { State = OutgoingState.Leased })]));
        _outbox.Setup(port => port.SettleAsync(It.IsAny<IReadOnlyList<Outgoing>>(), It.IsAny<CancellationToken>()))
            .Callback((IReadOnlyList<Outgoing> rows, CancellationToken _) => _settled.AddRange(rows)).Returns(Task.CompletedTask);
        _courier.Deliver = (row, _) =>
        {
            _order.Add(row.Body!.Text);
            return Task.FromResult(row with { State = OutgoingState.Sent });
        };
    }

    public void Dispose() => _counted.Dispose();

    [Fact]
    public async Task A_turn_is_committed_once_and_its_replies_are_delivered_in_order_and_settled()
    {
        var answer = await Handle();

        Assert.Equal(InboundAnswer.Ok, answer);
        Assert.Equal(["One.", "Two."], _order);
        Assert.Equal([OutgoingState.Sent, OutgoingState.Sent], _settled.Select(row => row.State));
        _turns.Verify(port => port.CommitAsync(It.IsAny<Heard>(), 3, _outcome, null, It.IsAny<CancellationToken>()), Times.Once);
        _references.Verify(port => port.SaveAsync(
            Some.WebChat.Id.Value.ToString("N"), It.Is<ConversationReference>(to => to.Sink == "here"), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task A_stale_turn_is_loaded_and_run_again()
    {
        var runs = 0;
        Commits((_, _) => ++runs < 3 ? new TurnEnd.Stale() : new TurnEnd.Committed([]));

        await Handle();

        Assert.Equal(3, runs);
        _turns.Verify(port => port.FindAsync(Some.WebChat, It.IsAny<CancellationToken>()), Times.Exactly(3));
    }

    [Fact]
    public async Task A_turn_that_is_stale_for_ever_says_that_it_could_not_be_run()
    {
        Commits((_, _) => new TurnEnd.Stale());

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Handle());

        _buddy.Verify(port => port.Turn(It.IsAny<Heard>(), It.IsAny<PersonFacts?>(), It.IsAny<Instant>()), Times.Exactly(10));
    }

    [Fact]
    public async Task A_repeat_has_no_second_effect()
    {
        Commits((_, _) => new TurnEnd.Repeat(null));

        var answer = await Handle();

        Assert.Equal((200, 0), (answer.Status, answer.Replies.Count));
        Assert.Empty(_courier.Delivered);
    }

    [Fact]
    public async Task A_channel_that_waits_for_the_replies_gets_them_in_the_answer_and_a_repeat_gets_the_same()
    {
        var kept = "";
        Commits((heard, outcome) => new TurnEnd.Committed([Outgoing.ReplyTo(heard, 0, null, outcome.Replies[0], default)]), answer => kept = answer!);
        var waiting = Message with { DeliveryMode = "expectReplies" };

        var first = await Handle(waiting);
        Commits((_, _) => new TurnEnd.Repeat(kept));
        var repeat = await Handle(waiting);

        Assert.Equal(["One.", "Two."], first.Replies.Select(reply => reply.Text));
        Assert.All(first.Replies, reply => Assert.Equal(("7", "bot", "dl_1"), (reply.ReplyToId, reply.From!.Id, reply.Recipient!.Id)));
        Assert.Equal(JsonSerializer.Serialize(first.Replies), JsonSerializer.Serialize(repeat.Replies));
        Assert.Empty(_courier.Delivered);
        Assert.Equal(OutgoingState.Sent, Assert.Single(_settled).State);
    }

    [Fact]
    public async Task An_alarm_is_answered_even_when_nothing_can_be_stored()
    {
        _screen.Setup(port => port.Screen(It.IsAny<Heard>())).Returns(new SafetyAlarm(SafetyLevel.Emergency, Reply.Say("Call 112 now.")));
        _references.Setup(port => port.SaveAsync(It.IsAny<string>(), It.IsAny<ConversationReference>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("away"));

        var answer = await Handle();

        Assert.Equal((200, "Call 112 now."), (answer.Status, Assert.Single(answer.Replies).Text));
    }

    [Fact]
    public async Task Anything_else_that_cannot_be_stored_says_so()
    {
        _turns.Setup(port => port.FindAsync(It.IsAny<Address>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("away"));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Handle());
    }

    [Fact]
    public async Task Stop_waits_for_what_is_on_its_way_before_it_confirms()
    {
        _outcome = _outcome with { After = Some.Person() with { Standing = new Standing.Stopped() } };
        Stopping(quiet: true);

        await Handle();

        Assert.Equal(["wait", "One.", "Two."], _order);
        Assert.Empty(_sink.Sent);
    }

    [Fact]
    public async Task When_something_is_still_on_its_way_it_says_so_before_it_confirms()
    {
        _outcome = _outcome with { After = Some.Person() with { Standing = new Standing.Stopped() } };
        Stopping(quiet: false);

        await Handle();

        Assert.Equal("One reminder was already on its way and may still arrive.", Assert.Single(_sink.Sent).Activity.Text);
        Assert.Equal(["wait", "One.", "Two."], _order);
    }

    [Fact]
    public async Task Who_had_stopped_before_is_not_kept_waiting()
    {
        var stopped = Some.Person() with { Standing = new Standing.Stopped() };
        _outcome = _outcome with { After = stopped };
        _turns.Setup(port => port.FindAsync(It.IsAny<Address>(), It.IsAny<CancellationToken>())).ReturnsAsync(Some.Facts(stopped));

        await Handle();

        _turns.Verify(port => port.NoneSendingAsync(It.IsAny<PersonId>(), It.IsAny<Duration>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task A_reply_that_waits_keeps_the_later_ones_behind_it()
    {
        var until = _clock.GetCurrentInstant() + Duration.FromSeconds(3);
        _courier.Deliver = (row, _) => Task.FromResult(row with { State = OutgoingState.Waiting, NotBefore = until });

        await Handle();

        Assert.Single(_courier.Delivered);
        Assert.All(_settled, row => Assert.Equal((OutgoingState.Waiting, until), (row.State, row.NotBefore)));
        Assert.Equal(2, _settled.Count);
    }

    [Fact]
    public async Task After_the_commit_nothing_throws()
    {
        _courier.Deliver = (_, _) => throw new InvalidOperationException("broken");
        _outbox.Setup(port => port.SettleAsync(It.IsAny<IReadOnlyList<Outgoing>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("away"));

        Assert.Equal(InboundAnswer.Ok, await Handle());
    }

    [Fact]
    public async Task Delete_waits_for_what_is_on_its_way_before_it_confirms()
    {
        _outcome = _outcome with { After = null, Effects = [new Effect.Erase()] };
        Stopping(quiet: true);

        await Handle();

        Assert.Equal(["wait", "One.", "Two."], _order);
    }

    [Fact]
    public async Task A_file_with_all_that_is_kept_is_filled_in_before_the_commit()
    {
        _export.Setup(port => port.ReadAsync(Somebody, It.IsAny<CancellationToken>())).ReturnsAsync("{ }");
        _outcome = _outcome with { Replies = [Reply.Say("Here.") with { Card = new CardModel.Export(null) }] };
        TurnOutcome? committed = null;
        Commits((_, outcome) =>
        {
            committed = outcome;
            return new TurnEnd.Committed([]);
        });

        await Handle();

        Assert.Equal(new CardModel.Export("{ }"), committed!.Replies[0].Card);
    }

    [Fact]
    public async Task A_turn_that_fails_each_time_is_given_up_with_an_honest_line()
    {
        _buddy.Setup(port => port.Turn(It.IsAny<Heard>(), It.IsAny<PersonFacts?>(), It.IsAny<Instant>()))
            .Throws(new InvalidOperationException("broken"));
        Fails(times: 2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Handle());
        var answer = await Handle();

        Assert.Equal(InboundAnswer.Ok, answer);
        Assert.Contains("something went wrong", Assert.Single(_order), StringComparison.Ordinal);
        Assert.Equal(OutgoingState.Sent, Assert.Single(_settled).State);
    }

    [Fact]
    public async Task A_store_that_is_away_does_not_count_as_a_failure_of_the_turn()
    {
        _turns.Setup(port => port.FindAsync(It.IsAny<Address>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("away"));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Handle());

        _turns.Verify(
            port => port.FailAsync(
                It.IsAny<Heard>(), It.IsAny<Reply>(), It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()),
            Times.Never);
    }

    [Fact]
    public async Task What_says_nothing_is_answered_with_nothing()
    {
        Assert.Equal(InboundAnswer.Ok, await Handle(Message with { Type = ActivityTypes.Typing }));

        _screen.VerifyNoOtherCalls();
        _turns.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_turn_is_counted_once_when_it_is_committed_and_a_run_that_came_too_late_is_counted_apart()
    {
        var runs = 0;
        Commits((_, _) => ++runs < 3 ? new TurnEnd.Stale() : new TurnEnd.Committed([]));

        await Handle();

        Assert.Equal(2, _counted.Of(TurnMeters.StaleName));
        Assert.Equal(1, _counted.Of(TurnMeters.EndedName, "label=overview,outcome=committed"));
        Assert.Equal(1, _counted.Of(TurnMeters.AnsweredName, "topic=overview"));
        Assert.Equal(1, _counted.Of(TurnMeters.DurationName, "outcome=committed"));
    }

    [Fact]
    public async Task A_repeat_counts_as_a_repeat_and_as_nothing_else()
    {
        _outcome = _outcome with { Effects = [new Effect.NudgeAnswered(Some.Nudge().Id, NudgeAnswer.Walked)] };
        Commits((_, _) => new TurnEnd.Repeat(null));

        await Handle();

        Assert.Equal(1, _counted.Of(TurnMeters.EndedName, "label=none,outcome=repeat"));
        Assert.Equal(0, _counted.Of(TurnMeters.AnsweredName, "topic=overview"));
        Assert.Equal(0, _counted.Of(TurnMeters.NudgeAnsweredName, "answer=walked"));
    }

    [Theory]
    [InlineData(NudgeAnswer.Walked, "answer=walked")]
    [InlineData(NudgeAnswer.Snoozed, "answer=snoozed")]
    [InlineData(NudgeAnswer.NotToday, "answer=not-today")]
    [InlineData(null, "answer=taken-back")]
    public async Task An_answered_nudge_is_counted_by_its_answer(NudgeAnswer? answer, string counted)
    {
        _outcome = _outcome with { Effects = [new Effect.NudgeAnswered(Some.Nudge().Id, answer)] };

        await Handle();

        Assert.Equal(1, _counted.Of(TurnMeters.NudgeAnsweredName, counted));
    }

    [Theory]
    [InlineData(SafetyLevel.Emergency, "level=emergency")]
    [InlineData(SafetyLevel.Crisis, "level=crisis")]
    [InlineData(SafetyLevel.SameDay, "level=same-day")]
    [InlineData(null, "level=inform")]
    public async Task A_safety_reply_is_counted_by_its_level(SafetyLevel? level, string counted)
    {
        _outcome = _outcome with { Label = "safety" };
        _screen.Setup(port => port.Screen(It.IsAny<Heard>()))
            .Returns(level is { } found ? new SafetyAlarm(found, Reply.Say("See someone.")) : null);

        await Handle();

        Assert.Equal(1, _counted.Of(TurnMeters.SafetyName, counted));
    }

    [Fact]
    public async Task An_alarm_that_cannot_be_stored_is_counted_as_answered_and_anything_else_as_failed()
    {
        Commits((_, _) => throw new StoreUnavailableException("away"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Handle());
        _screen.Setup(port => port.Screen(It.IsAny<Heard>())).Returns(new SafetyAlarm(SafetyLevel.Emergency, Reply.Say("Call 112 now.")));

        await Handle();

        Assert.Equal(1, _counted.Of(TurnMeters.EndedName, "label=none,outcome=failed"));
        Assert.Equal(1, _counted.Of(TurnMeters.EndedName, "label=safety,outcome=unstored"));
        Assert.Equal(1, _counted.Of(TurnMeters.SafetyName, "level=emergency"));
    }

    [Fact]
    public async Task What_is_not_in_the_article_counts_as_declined_and_a_label_nobody_knows_as_other()
    {
        _outcome = _outcome with { Label = "oos" };
        await Handle();
        _outcome = _outcome with { Label = "my back hurts, says Ada" };

        await Handle();

        Assert.Equal(1, _counted.Of(TurnMeters.DeclinedName));
        Assert.Equal(1, _counted.Of(TurnMeters.EndedName, "label=other,outcome=committed"));
    }

    private void Fails(int times)
    {
        var failed = 0;
        _turns.Setup(port => port.FailAsync(
            It.IsAny<Heard>(), It.IsAny<Reply>(), It.IsAny<string?>(), 5, It.IsAny<CancellationToken>()))
            .ReturnsAsync((Heard heard, Reply lastWord, string? _, int _, CancellationToken _) => ++failed < times
                ? null
                : [Outgoing.ReplyTo(heard, 0, null, lastWord, _clock.GetCurrentInstant()) with { State = OutgoingState.Leased }]);
    }

    private void Stopping(bool quiet) => _turns
        .Setup(port => port.NoneSendingAsync(Somebody, Duration.FromSeconds(2), It.IsAny<CancellationToken>()))
        .Callback(() => _order.Add("wait")).ReturnsAsync(quiet);

    private void Commits(Func<Heard, TurnOutcome, TurnEnd> end, Action<string?>? kept = null) => _turns
        .Setup(port => port.CommitAsync(
            It.IsAny<Heard>(), It.IsAny<long?>(), It.IsAny<TurnOutcome>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((Heard heard, long? _, TurnOutcome outcome, string? answer, CancellationToken _) =>
        {
            kept?.Invoke(answer);
            return end(heard, outcome);
        });

    private Task<InboundAnswer> Handle(BotActivity? activity = null)
    {
        var drawings = new Drawings([new WebChatDrawing()]);
        var delivery = new ReplyDelivery(_courier, _outbox.Object, new FakeTimeProvider(), NullLogger<ReplyDelivery>.Instance);
        var answering = new Answering(_turns.Object, delivery, [_sink], drawings, new FakePhrases(), NullLogger<Answering>.Instance);
        var givingUp = new GivingUp(_turns.Object, delivery, drawings, new FakePhrases(), NullLogger<GivingUp>.Instance);
        var cards = new CardAnswers(drawings, new FakePhrases());
        var runner = new TurnRunner(
            _screen.Object, _references.Object, _turns.Object, _buddy.Object, new Exports(_export.Object), drawings, cards, answering, givingUp,
            _clock, _counted.Meters,
            NullLogger<TurnRunner>.Instance);
        return runner.HandleAsync(activity ?? Message, "here", CancellationToken.None);
    }
}
