using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Terminal;

/// <summary>Prints what the bot says first: reminders, while the talk lasts.</summary>
internal sealed class TerminalSink(TextWriter output) : IActivitySink
{
    public const string SinkName = "terminal";

    public string Name => SinkName;

    public static void Print(TextWriter output, BotActivity activity)
    {
        output.WriteLine(string.IsNullOrWhiteSpace(activity.Text) ? activity.Speak : activity.Text);
        if (activity.SuggestedActions is { Actions: { Count: > 0 } actions })
        {
            output.WriteLine($"  ({string.Join(" | ", actions.Select(action => action.Title))})");
        }
    }

    public Task<SinkOutcome> SendAsync(ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken)
    {
        Print(output, activity);
        return Task.FromResult<SinkOutcome>(new SinkOutcome.Accepted(outgoing));
    }

    public Task<SinkOutcome> UpdateAsync(
        ConversationReference to, BotActivity activity, string replaces, string? replacesActivityId, string outgoing,
        CancellationToken cancellationToken) =>
        Task.FromResult<SinkOutcome>(new SinkOutcome.Accepted(outgoing));
}
