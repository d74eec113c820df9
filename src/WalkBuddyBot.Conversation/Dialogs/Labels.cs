using System.Collections.Frozen;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What the dialogs answer, and the alarm before them.</summary>
internal sealed class Labels(IEnumerable<IDialog> dialogs) : ILabels
{
    public IReadOnlySet<string> All { get; } = dialogs
        .SelectMany(dialog => dialog.Intents)
        .Append(AlarmReplies.Label)
        .ToFrozenSet(StringComparer.Ordinal);
}
