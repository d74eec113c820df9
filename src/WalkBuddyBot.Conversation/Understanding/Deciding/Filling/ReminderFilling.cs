using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Deciding.Filling;

/// <summary>When a reminder is to come, of a wish in words of one's own.</summary>
internal static class ReminderFilling
{
    // Words of times that a wish can hold without naming one, beside those that are none of a schedule.
    private static readonly FrozenSet<string> Idle =
        Vocabulary.Set("time times never not only any day days work or another last next whenever when");

    public static Meaning Of(Message message, Slots kept)
    {
        var scan = message.Scan;
        var left = scan.Rest.Any(token => Unread.IsNumber(token)
            || (Vocabulary.Times.Contains(token.Text) && !Idle.Contains(token.Text)));

        // What two stories say is not mixed into one schedule.
        return Unread.IsApart(scan) && scan.Fault is null
            ? Meanings.Asking(Intents.SetReminder, Asks.Times, kept with { Days = [.. Gathered.From(scan).Days] })
            : Assembly.Of(Gathered.From(scan), kept, message, left ? Asks.Times : null);
    }
}
