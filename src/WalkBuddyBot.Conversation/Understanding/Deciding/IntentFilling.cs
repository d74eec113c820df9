using WalkBuddyBot.Conversation.Understanding.Deciding.Filling;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Deciding;

/// <summary>
/// The slots of an intent that only the classifier knows. The words around the times are not known, so whatever of figures, days and
/// times finds no sure place is asked about, and never guessed.
/// </summary>
internal static class IntentFilling
{
    public static Meaning Of(string label, Message message) => label switch
    {
        Intents.SetReminder => ReminderFilling.Of(message, Slots.None),
        Intents.NudgeMe when IsTimed(message) => ReminderFilling.Of(message, Slots.None),
        Intents.Tip => TipFilling.Of(message),
        Intents.ChangeTime => ChangeFilling.Of(message),
        Intents.Pause => HoldFilling.Pause(message),
        Intents.Resume => HoldFilling.Resume(message),
        Intents.Stop when !message.Scan.Pieces.IsEmpty => HoldFilling.Pause(message),
        Intents.Snooze => NudgeFilling.Snooze(message),
        Intents.Skip => NudgeFilling.Skip(message),
        Intents.LogWalk => LogWalkStage.Read(message, measured: Unread.In(message.Amounts)),
        Intents.Progress => Meanings.Sure(label, ProgressStage.Viewed(message) ?? Slots.None),
        Intents.Goal => RuleFilling.Goal(message),
        Intents.QuietHours => RuleFilling.Hours(message),
        Intents.TimeZone => RuleFilling.Zone(message),
        Intents.ExportData =>
            Meanings.Sure(label, new Slots { Show = !message.SaysAny("export", "download", "copy", "file", "send", "csv", "json") }),
        Intents.Feedback => Meanings.Sure(label, new Slots { Opinion = FeedbackStage.Opinion(message.Tokens) }),
        _ => Meanings.Sure(label),
    };

    private static bool IsTimed(Message message) => message.Scan.Pieces.Any(piece =>
        piece is Piece.Clock { Bare: null } or Piece.Interval or Piece.Window or Piece.Rhythm or Piece.Days { Weekly: true }
            or Piece.Span { FromNow: true, Minutes: > 0 });
}
