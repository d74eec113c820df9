using Microsoft.Extensions.Time.Testing;
using WalkBuddyBot.BotFramework.Limits;

namespace WalkBuddyBot.Tests.BotFramework.Limits;

public sealed class SeldomTests
{
    [Fact]
    public void What_happens_often_is_said_at_once_and_then_with_how_often_it_was()
    {
        var time = new FakeTimeProvider();
        var seldom = new Seldom(TimeSpan.FromSeconds(10), time);
        var said = new List<int>();

        for (var second = 0; second < 25; second++)
        {
            if (seldom.IsTime(out var times))
            {
                said.Add(times);
            }

            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 10, 10], said);
    }
}
