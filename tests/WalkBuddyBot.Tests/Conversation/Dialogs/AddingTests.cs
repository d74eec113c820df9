namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>Days and times that come beside those that are there, from the words to what is set.</summary>
public sealed class AddingTests
{
    private readonly RealChat _chat = new();

    [Fact]
    public void A_day_comes_beside_the_others_at_their_time()
    {
        _chat.Says("remind me to walk on mondays and wednesdays at 3pm", "and on sundays too");

        Assert.Contains("Sunday", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Monday", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday", _chat.Text, StringComparison.Ordinal);
        Assert.Single(_chat.Last.After!.Schedules);
    }

    [Fact]
    public void A_time_comes_beside_the_one_that_is_there()
    {
        _chat.Says("remind me to walk on weekdays at 10am", "add 4pm to my reminders");

        Assert.Contains("10:00 and 16:00", _chat.Text, StringComparison.Ordinal);
        Assert.Single(_chat.Last.After!.Schedules);
    }
}
