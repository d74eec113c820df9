using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Turns;

namespace WalkBuddyBot.Tests.BotFramework;

public sealed class TurnLanesTests
{
    [Fact]
    public void One_conversation_cannot_take_every_place()
    {
        var lanes = new TurnLanes(most: 10, mostInLane: 3);

        var busy = Enumerable.Range(0, 5).Select(number => lanes.Take(Said("busy", number), since: default)).ToList();
        var again = lanes.Take(Said("busy", 0), since: default);
        var other = lanes.Take(Said("other", 0), since: default);

        Assert.Equal([true, true, true, false, false], busy.Select(turn => turn is not null));
        Assert.Same(busy[0], again);
        Assert.NotNull(other);
    }

    [Fact]
    public async Task A_place_that_was_given_back_can_be_taken()
    {
        var lanes = new TurnLanes(most: 10, mostInLane: 1);
        lanes.Take(Said("busy", 0), since: default);

        lanes.Done(await lanes.NextAsync(CancellationToken.None));

        Assert.NotNull(lanes.Take(Said("busy", 1), since: default));
    }

    private static BotActivity Said(string conversation, int number) => new()
    {
        Type = ActivityTypes.Message,
        Id = $"{number}",
        ChannelId = "msteams",
        Conversation = new ConversationAccount { Id = conversation },
    };
}
