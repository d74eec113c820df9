using WalkBuddyBot.BotFramework.DirectLine;

namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>A page that is opened again after a while: told of once, whatever it does.</summary>
public sealed class ReturningTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_return_with_something_missed_is_made_known_once_whatever_the_page_does_then()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Stores.Miss(visitor.Conversation, 2);
        chat.Time.Advance(10 * Minute);

        await visitor.BeginAsync();
        await visitor.BeginAsync();
        await visitor.PollAsync();
        var told = await chat.Bot.EndedAsync();
        chat.Time.Advance(2 * Minute);
        await visitor.PollAsync();

        Assert.Equal(ReturnedEvent.Name, told.Name);
        Assert.Equal("2", told.Value!.Value.GetProperty("missed").GetString());
        Assert.Single(chat.Bot.Handed, activity => activity.Name == ReturnedEvent.Name);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(10, 0)]
    public async Task A_short_absence_or_one_with_nothing_missed_is_not(int minutes, int missed)
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Stores.Miss(visitor.Conversation, missed);
        chat.Time.Advance(minutes * Minute);

        await visitor.BeginAsync();

        Assert.DoesNotContain(chat.Stores.InboxKeys, key => key.Contains("returned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_absence_is_made_known_since_reminders_may_have_rested()
    {
        await using var chat = await WebChat.StartAsync();
        var visitor = await chat.GreetedAsync();
        chat.Time.Advance(TimeSpan.FromDays(15));
        await visitor.GenerateAsync();

        await visitor.BeginAsync();

        Assert.Contains(chat.Stores.InboxKeys, key => key.Contains("returned", StringComparison.Ordinal));
    }
}
