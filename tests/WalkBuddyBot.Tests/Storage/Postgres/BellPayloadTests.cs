using System.Text;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage.Postgres;

namespace WalkBuddyBot.Tests.Storage.Postgres;

/// <summary>Rings as text and back, in pieces that PostgreSQL takes.</summary>
public sealed class BellPayloadTests
{
    [Fact]
    public void Another_node_reads_what_was_rung_and_the_ringing_one_does_not()
    {
        var typing = new BotActivity { Type = ActivityTypes.Typing, Name = "a\ttab and\na line" };

        var payload = Assert.Single(BellPayload.Write("me", [new("one", typing), new("two")]));
        var read = BellPayload.Read("you", payload);

        Assert.Equal(["one", "two"], read.Select(rung => rung.Conversation));
        Assert.Equal(("a\ttab and\na line", null), (read[0].Passing!.Name, read[1].Passing));
        Assert.Empty(BellPayload.Read("me", payload));
    }

    [Fact]
    public void A_thousand_conversations_go_in_pieces_below_8000_bytes_and_none_is_lost()
    {
        Rung[] rungs = [.. Enumerable.Range(0, 1000).Select(i => new Rung($"{i:x32}"))];

        var payloads = BellPayload.Write("me", rungs);

        Assert.All(payloads, payload => Assert.InRange(Encoding.UTF8.GetByteCount(payload), 1, 7999));
        Assert.Equal(rungs, payloads.SelectMany(payload => BellPayload.Read("you", payload)));
    }

    [Fact]
    public void What_is_too_big_to_be_passed_along_is_left_out()
    {
        var big = new BotActivity { Type = ActivityTypes.Event, Name = new string('é', 4000) };

        var payload = Assert.Single(BellPayload.Write("me", [new("one", big), new("two")]));

        Assert.Equal([new Rung("two")], BellPayload.Read("you", payload));
        Assert.Empty(BellPayload.Write("me", [new("one", big)]));
    }

    [Theory]
    [InlineData("you\n\n\t{\"type\":1}\na\tnot json\nb", "b")]
    [InlineData("you", "")]
    [InlineData("", "")]
    public void What_cannot_be_read_is_left_out(string payload, string conversations) =>
        Assert.Equal(
            conversations.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            BellPayload.Read("me", payload).Select(rung => rung.Conversation));
}
