using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;

namespace WalkBuddyBot.Conversation.Understanding.Utterances;

/// <summary>The labels that examples may have.</summary>
internal static class UtteranceLabels
{
    /// <summary>The topics of the article, in its order.</summary>
    public static ImmutableArray<string> Topics => TopicIds.All;

    /// <summary>What people want besides a topic.</summary>
    public static ImmutableArray<string> Commands { get; } =
    [
        Intents.Help, Intents.SetReminder, Intents.ShowSchedule, Intents.ChangeTime, Intents.Pause, Intents.Resume, Intents.Stop,
        Intents.Snooze, Intents.Skip, Intents.LogWalk, Intents.Undo, Intents.Progress, Intents.Goal, Intents.TimeZone, Intents.QuietHours,
        Intents.Tip, Intents.DeleteData, Intents.ExportData, Intents.Greeting, Intents.Thanks, Intents.Goodbye, Intents.Feedback,
        Intents.Status, Intents.NudgeMe,
    ];

    /// <summary>All that is in scope: topics, then commands.</summary>
    public static ImmutableArray<string> InScope { get; } = [.. TopicIds.All, .. Commands];
}
