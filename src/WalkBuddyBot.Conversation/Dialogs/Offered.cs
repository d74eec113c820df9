using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What may have been meant, as a button: a topic by its title, a command in words that do the same when they are typed.</summary>
internal static class Offered
{
    public static Choice Of(Talk talk, string label) =>
        talk.Topics.Find(label) is { } topic ? Ways.Ask(topic) : Command(talk, label);

    private static Choice Command(Talk talk, string label) => label switch
    {
        Understanding.Intents.SetReminder => Ways.Typed(talk.Say("offer.set-reminder")),
        Understanding.Intents.ShowSchedule => talk.Ways.Show(),
        Understanding.Intents.ChangeTime => Ways.Typed(talk.Say("offer.change-time")),
        Understanding.Intents.Pause => Ways.Typed(talk.Say("offer.pause")),
        Understanding.Intents.Resume => talk.Ways.Resume(),
        Understanding.Intents.Stop => talk.Ways.Stop(),
        Understanding.Intents.Snooze => Ways.Typed(talk.Say("offer.snooze")),
        Understanding.Intents.Skip => Ways.Typed(talk.Say("offer.skip")),
        Understanding.Intents.LogWalk => Ways.Typed(talk.Say("choice.walked")),
        Understanding.Intents.Undo => Ways.Typed(talk.Say("choice.undo")),
        Understanding.Intents.Progress => talk.Ways.Progress(),
        Understanding.Intents.Goal => Ways.Typed(talk.Say("offer.goal")),
        Understanding.Intents.TimeZone => talk.Ways.ChangeZone(),
        Understanding.Intents.QuietHours => Ways.Typed(talk.Say("offer.quiet-hours")),
        Understanding.Intents.Tip => talk.Ways.Tip(),
        Understanding.Intents.DeleteData => Ways.Typed(talk.Say("choice.delete")),
        Understanding.Intents.ExportData => Ways.Typed(talk.Say("choice.export")),
        Understanding.Intents.Feedback => Ways.Typed(talk.Say("offer.feedback")),
        Understanding.Intents.Status => Ways.Typed(talk.Say("offer.status")),
        Understanding.Intents.NudgeMe => Ways.Typed(talk.Say("offer.nudge-me")),
        _ => talk.Ways.Help(),
    };
}
