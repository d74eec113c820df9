using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>The commands that stand behind buttons, and what the buttons say, read by the real understanding.</summary>
public sealed class ButtonWordsTests
{
    private sealed class NoTexts : ITopicTexts
    {
        public System.Collections.Immutable.ImmutableArray<TopicText> TopicTexts => [];
    }

    [Theory]
    [InlineData("remind me weekdays at 10:30", Intents.SetReminder)]
    [InlineData("remind me every day at 12:30", Intents.SetReminder)]
    [InlineData("remind me Monday and Wednesday at 10:30 and 15:00", Intents.SetReminder)]
    [InlineData("remind me every 90 minutes from 09:00 to 17:00 on weekdays", Intents.SetReminder)]
    [InlineData("remind me every 2 hours from 09:00 to 17:00 on weekdays", Intents.SetReminder)]
    [InlineData("remind me every 1 hour from 09:00 to 14:00", Intents.SetReminder)]
    [InlineData("remind me tomorrow at 12:00", Intents.SetReminder)]
    [InlineData("remind me today at 19:00", Intents.SetReminder)]
    [InlineData("remind me on 3 December at 12:00", Intents.SetReminder)]
    [InlineData("remind me in 30 minutes", Intents.SetReminder)]
    [InlineData("Weekdays 10:30", Intents.SetReminder)]
    [InlineData("pause for 1 hour", Intents.Pause)]
    [InlineData("pause for today", Intents.Pause)]
    [InlineData("pause for a week", Intents.Pause)]
    [InlineData("give me a tip", Intents.Tip)]
    [InlineData("Undo", Intents.Undo)]
    [InlineData("Resume", Intents.Resume)]
    [InlineData("Show reminders", Intents.ShowSchedule)]
    [InlineData("Stop reminders", Intents.Stop)]
    [InlineData("Change zone", Intents.TimeZone, Asks.Zone)]
    [InlineData("What can you do?", Intents.Help)]
    [InlineData("I walked", Intents.LogWalk)]
    [InlineData("In 30 minutes", Intents.Snooze)]
    [InlineData("Not today", Intents.Skip)]
    [InlineData("I'm safe", Intents.Safe)]
    [InlineData("send me a tip every day at 09:00", Intents.SetReminder)]
    [InlineData("Only between 09:00 and 19:00", Intents.QuietHours)]
    [InlineData("Quiet hours 22:00 to 06:00", Intents.QuietHours)]
    [InlineData("No quiet hours", Intents.QuietHours)]
    [InlineData("5 walks a week", Intents.Goal)]
    [InlineData("100 minutes a week", Intents.Goal)]
    [InlineData("No goal", Intents.Goal)]
    [InlineData("How am I doing?", Intents.Progress)]
    [InlineData("Change 10:30 to 11:00", Intents.ChangeTime)]
    [InlineData("Move Monday to 11:00", Intents.ChangeTime)]
    [InlineData("Move Monday to Tuesday", Intents.ChangeTime)]
    [InlineData("Move the 10:30 30 minutes later", Intents.ChangeTime)]
    [InlineData("Move the 10:30 30 minutes earlier", Intents.ChangeTime)]
    [InlineData("Move the second one to 11:00", Intents.ChangeTime)]
    [InlineData("Remove the 10:30", Intents.ChangeTime)]
    [InlineData("Remove Monday", Intents.ChangeTime)]
    [InlineData("Remove the second one", Intents.ChangeTime)]
    [InlineData("Make it weekdays at 11:00", Intents.ChangeTime)]
    [InlineData("Pause reminders", Intents.Pause, Asks.PauseUntil)]
    [InlineData("Set a reminder", Intents.SetReminder, Asks.Times)]
    [InlineData("Change my reminders", Intents.ChangeTime, Asks.Times)]
    [InlineData("Snooze", Intents.Snooze)]
    [InlineData("Set a goal", Intents.Goal, Asks.Goal)]
    [InlineData("Set quiet hours", Intents.QuietHours, Asks.Quiet)]
    [InlineData("Delete my data", Intents.DeleteData)]
    [InlineData("Export my data", Intents.ExportData)]
    [InlineData("Give feedback", Intents.Feedback)]
    [InlineData("Are my reminders on?", Intents.Status)]
    [InlineData("Nudge me now", Intents.NudgeMe)]
    [InlineData("Skip today", Intents.Skip)]
    public void Words_of_buttons_are_understood_whole(string words, string label, string? ask = null)
    {
        var services = new ServiceCollection().AddSingleton<ITopicTexts, NoTexts>().AddSingleton<ISafetyRules, ScriptedSafety>();
        var understanding = services.AddUnderstanding().BuildServiceProvider().GetRequiredService<IUnderstanding>();

        var meaning = understanding.Understand(words, new Chat().Now, Chat.Paris, talk: null);

        Assert.Equal((label, ask, null), (meaning.Label, meaning.Ask, meaning.Error));
    }
}
