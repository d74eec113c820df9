using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Content;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>The labels that <c>understand</c> prints.</summary>
internal static class KnownLabels
{
    /// <summary>What a person can want besides a topic.</summary>
    public static FrozenSet<string> Commands { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        Intents.Help, Intents.SetReminder, Intents.ShowSchedule, Intents.ChangeTime, Intents.Pause, Intents.Resume, Intents.Stop,
        Intents.Snooze, Intents.Skip, Intents.LogWalk, Intents.Undo, Intents.Progress, Intents.Goal, Intents.TimeZone, Intents.QuietHours,
        Intents.Tip, Intents.DeleteData, Intents.ExportData, Intents.Greeting, Intents.Thanks, Intents.Goodbye, Intents.Feedback,
        Intents.Status, Intents.NudgeMe);

    /// <summary>Every label, out of scope too.</summary>
    public static FrozenSet<string> All { get; } = Commands.Concat(TopicIds.All).Append(Intents.OutOfScope).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsTopic(string label) => TopicIds.All.Contains(label);
}
