using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Classifying;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Deciding;

/// <summary>What a reminder is to be for. The classifier takes all of these for reminders, so that the words alone decide.</summary>
public sealed class ReminderObjectTests
{
    [Theory]
    [InlineData("remind me to take my pills at 9")]
    [InlineData("please could you remind me to call mum tomorrow at 6pm")]
    [InlineData("remind me to drink water every hour")]
    [InlineData("set an alarm for my dentist appointment on friday at 3pm")]
    [InlineData("nudge me to pay the rent on the 1st at 10am")]
    [InlineData("I need a water reminder every 2 hours")]
    [InlineData("remind me to take my tablets before my walk at 8am")]
    [InlineData("remind me about the meeting at 2pm")]
    [InlineData("remind me to put the bins out on mondays at 7pm")]
    [InlineData("make sure I feed the cat at 8am, will you")]
    [InlineData("remind me to message my boss at 4pm")]
    [InlineData("remind me to sit up straight every 30 minutes")]
    public void Something_else_is_declined(string text) => Assert.Equal(Intents.NotAWalk, Read(text).Label);

    [Theory]
    [InlineData("remind me to walk the dog at 9am")]
    [InlineData("remind me to go for a walk with Anna on saturday at 3pm")]
    [InlineData("remind me to go for my stroll every day at 4pm")]
    [InlineData("nudge me to stretch my legs at 11am on weekdays")]
    [InlineData("remind me to walk to the shop to buy milk at 10am")]
    [InlineData("message me when it is time to stretch my legs, say at 2pm every day")]
    [InlineData("remind me to take the kids out for a walk on sundays at 10am")]
    [InlineData("call me for my walk every day at 5pm")]
    [InlineData("I forget to eat lunch and to move. remind me to get up from my desk at 3pm every day")]
    [InlineData("remind me weekdays at 9")]
    public void A_walk_by_any_name_is_a_walk(string text) => Assert.Equal(Intents.SetReminder, Read(text).Label);

    [Fact]
    public void What_is_declined_keeps_the_time_for_a_walk_then()
    {
        var meaning = Read("make sure I feed the cat every day at 8am, will you");

        Assert.Equal(new NodaTime.LocalTime(8, 0), Assert.Single(meaning.Slots.Times));
    }

    private static Meaning Read(string text) => new ScriptedClassifier(Band.Answer, 0.99, Intents.SetReminder).Understand(text);
}
