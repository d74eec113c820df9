using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

public sealed class StopTests
{
    public static TheoryData<string> Stops =>
    [
        "stop", "Stop.", "STOP!!!", "stop it", "stop this now", "please stop", "stop please", "hey bot, stop", "stpo", "sotp",
        "unsubscribe", "unsubscribe me", "cancel", "cancel everything", "quit", "end", "leave me alone", "go away", "shut up", "no more reminders",
        "stop reminding me", "stop the reminders", "stop all the nudges", "can you stop", "could you please stop sending me messages", "turn it off",
        "turn off all reminders", "switch off the reminders", "cancel all my reminders", "don't remind me any more",
        "dont message me", "i don't want any more reminders", "i want you to stop", "enough", "opt out", "stop bothering me", "ok stop now thanks",
        "ＳＴＯＰ", "st\u200Bop", "stop\u0000", "disable notifications", "stop for good", "make it stop",
    ];

    public static TheoryData<string> Others =>
    [
        "should I stop when it hurts?", "stop until monday", "stop for a week", "where is the bus stop", "step", "shop", "non-stop walking",
        "stop walking", "when should i stop walking and rest", "how do I stop back pain", "can walking stop back pain", "stop smoking tips",
        "delete my data", "delete all my reminders", "remove all reminders", "turn around", "the end of my street", "does it end",
    ];

    [Theory]
    [MemberData(nameof(Stops))]
    public void Words_that_can_only_mean_stop_stop(string text) => Assert.Equal(Intents.Stop, Fixture.Understand(text).Label);

    [Theory]
    [MemberData(nameof(Others))]
    public void Words_that_mean_something_else_do_not(string text) => Assert.NotEqual(Intents.Stop, Fixture.Understand(text).Label);

    [Theory]
    [InlineData(Questions.HalfOfDay)]
    [InlineData(Questions.Times)]
    [InlineData(Questions.Zone)]
    [InlineData(Questions.Days)]
    [InlineData(Questions.YesNo)]
    public void No_question_that_waits_comes_before_stop(string question)
    {
        var meaning = Fixture.Understand("stop", Fixture.Asked(question));

        Assert.Equal(Intents.Stop, meaning.Label);
    }
}
