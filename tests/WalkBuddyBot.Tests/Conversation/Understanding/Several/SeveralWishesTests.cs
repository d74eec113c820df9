using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Several;

public sealed class SeveralWishesTests
{
    [Theory]
    [InlineData("thanks! and does it help with stress?", "stress", Intents.Thanks)]
    [InlineData("remind me at 9 and why does it help my core", Intents.SetReminder, "core-muscles")]
    [InlineData("I walked 20 minutes, what about tomorrow's reminder", Intents.LogWalk, Intents.ShowSchedule)]
    [InlineData("stop the 9am one and set one at 10am", Intents.ChangeTime, Intents.SetReminder)]
    [InlineData("my goal is 4 walks a week. how am i doing?", Intents.Goal, Intents.Progress)]
    [InlineData("pause for a week, then give me a tip", Intents.Pause, Intents.Tip)]
    [InlineData("does walking help with stress? and is it good for my core?", "stress", "core-muscles")]
    [InlineData("skip today but remind me tomorrow at 9.30", Intents.Skip, Intents.SetReminder)]
    public void Two_wishes_are_both_meant(string words, string first, string second)
    {
        var meaning = Fixture.Understand(words);

        Assert.Equal([first, second], meaning.Also.Select(also => also.Label).Prepend(meaning.Label));
    }

    [Theory]
    [InlineData("remind me at 9 on monday and at 5pm on friday", Intents.SetReminder)]
    [InlineData("weekdays at 9 and saturdays at 11", Intents.SetReminder)]
    [InlineData("remind me weekdays at 9am and remind me saturdays at 11am", Intents.SetReminder)]
    [InlineData("remind me on mon, wed and fri at 9, 12 and 3:30pm", Intents.SetReminder)]
    [InlineData("remind me at 9am to get up and move", Intents.SetReminder)]
    [InlineData("remind me at 9.30am", Intents.SetReminder)]
    [InlineData("remind me at 9, no wait 10", Intents.SetReminder)]
    [InlineData("quiet hours from 10pm to 6am", Intents.QuietHours)]
    [InlineData("walked 20 min and it felt great", Intents.LogWalk)]
    [InlineData("does walking help with stress and tension", "stress")]
    [InlineData("i sit all day. does walking help with stress?", "stress")]
    [InlineData("thanks, bye", Intents.Goodbye)]
    [InlineData("remind me to call mum and tell her i'm fine", Intents.NotAWalk)]
    public void What_is_one_wish_is_never_cut(string words, string label)
    {
        var meaning = Fixture.Understand(words);

        Assert.Equal(label, meaning.Label);
        Assert.Empty(meaning.Also);
    }

    [Fact]
    public void Three_wishes_are_taken_and_more_are_said_to_be_left()
    {
        var meaning = Fixture.Understand("walked 15 minutes. remind me tomorrow at 9am. my goal is 3 walks a week. give me a tip");

        Assert.Equal([Intents.SetReminder, Intents.Goal], meaning.Also.Select(also => also.Label));
        Assert.True(meaning.LeavesSome);
    }

    [Fact]
    public void Stop_is_not_answered_with_a_courtesy_first() =>
        Assert.Empty(Fixture.Understand("thanks for everything but please stop").Also);

    [Fact]
    public void Danger_is_looked_for_in_the_whole_message() =>
        Assert.NotEqual(SafetyLevel.None, Fixture.Understand("give me a tip and why is my groin numb").Safety);
}
