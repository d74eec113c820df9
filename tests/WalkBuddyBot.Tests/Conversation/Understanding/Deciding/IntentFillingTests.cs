using System.Text.Json;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Classifying;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Deciding;

/// <summary>The slots of wishes that only the classifier knows: read where they are plain, asked about where they are not.</summary>
public sealed class IntentFillingTests
{
    [Theory]
    [InlineData(Intents.SetReminder, "would be grand to be prodded at 2pm on workdays", """{"days":["mon","tue","wed","thu","fri"],"times":["14:00"]}""", null)]
    [InlineData(Intents.SetReminder, "I keep glued to this chair, help", "{}", Asks.Times)]
    [InlineData(Intents.SetReminder, "my alarm rings at 6am so 7pm suits better for a shout", "{}", Asks.Times)]
    [InlineData(Intents.ChangeTime, "the 9am one clashes with school, 10am is kinder", "{}", Asks.Times)]
    [InlineData(Intents.Pause, "I need a breather from these, back on wednesday", """{"pause_until":"2026-11-25"}""", null)]
    [InlineData(Intents.Pause, "I am poorly, leave off", "{}", Asks.PauseUntil)]
    [InlineData(Intents.Pause, "the surgeon wants me flat for two weeks", """{"pause_until":"2026-12-07"}""", null)]
    [InlineData(Intents.Resume, "right then, I am fit again", "{}", null)]
    [InlineData(Intents.Snooze, "bad moment, try in 25 minutes", """{"minutes":25}""", null)]
    [InlineData(Intents.Snooze, "give us a quarter of some time", "{}", Asks.Minutes)]
    [InlineData(Intents.Snooze, "come back to me at 5", """{"minutes":420}""", null)]
    [InlineData(Intents.Snooze, "hang fire", "{}", null)]
    [InlineData(Intents.Skip, "cannot face it", """{"which":"today"}""", null)]
    [InlineData(Intents.Skip, "give the next a miss", """{"which":"next"}""", null)]
    [InlineData(Intents.Skip, "tomorrow I am at a wedding", """{"which":"2026-11-24"}""", null)]
    [InlineData(Intents.Skip, "count me out on tuesday and thursday", "{}", Asks.Date)]
    [InlineData(Intents.LogWalk, "legs did their bit, 25 minutes round the reservoir", """{"minutes":25}""", null)]
    [InlineData(Intents.LogWalk, "out and about yesterday for an hour", """{"minutes":60,"date":"2026-11-22"}""", null)]
    [InlineData(Intents.Goal, "let us shoot for 4 walks a week", """{"walks":4,"per":"week"}""", null)]
    [InlineData(Intents.Goal, "ditch the target", """{"off":true}""", null)]
    [InlineData(Intents.Goal, "what did I say I would aim for again", """{"show":true}""", null)]
    [InlineData(Intents.Goal, "five is too much for me, call it 3", "{}", Asks.Goal)]
    [InlineData(Intents.QuietHours, "I nap from 1pm to 3pm every day, do not wake me", """{"from":"13:00","to":"15:00"}""", null)]
    [InlineData(Intents.QuietHours, "my evenings are sacred", "{}", Asks.Quiet)]
    [InlineData(Intents.QuietHours, "between 1pm and 3pm", "{}", Asks.Quiet)]
    [InlineData(Intents.TimeZone, "greetings from sunny Lisbon where I now dwell", """{"zone":"Europe/Lisbon"}""", null)]
    [InlineData(Intents.TimeZone, "not New York, it is Vancouver", """{"zone":"America/Vancouver"}""", null)]
    [InlineData(Intents.Tip, "switch the daily advice off", """{"about":"tip","all":true,"off":true}""", null)]
    [InlineData(Intents.Tip, "something wise for today", "{}", null)]
    [InlineData(Intents.NudgeMe, "go on, let me see one", "{}", null)]
    public void Slots_are_read_or_asked_for_and_never_guessed(string label, string text, string slots, string? ask)
    {
        var meaning = new ScriptedClassifier(Band.Answer, 0.99, label).Understand(text);

        using var printed = JsonDocument.Parse(UnderstandJson.Write(text, meaning, "", Fixture.Now, Fixture.Zone));
        Assert.Equal((label, ask, slots), (meaning.Label, meaning.Ask, printed.RootElement.GetProperty("slots").GetRawText()));
    }
}
