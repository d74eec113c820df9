using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Deciding.Filling;

/// <summary>How long the reminders are held, and from when they come again.</summary>
internal static class HoldFilling
{
    public static Meaning Pause(Message message)
    {
        var scan = message.Scan;
        var week = scan.Pieces.IsEmpty && message.SaysAny("rest of the week", "rest of this week", "remainder of the week", "this week");
        var plain = week || (!scan.Pieces.IsEmpty && !Unread.In(scan));
        var back = message.SaysAny("back", "return", "returning", "home", "again", "better");
        return plain ? PauseStage.Until(message, week, answer: back) : Meanings.Asking(Intents.Pause, Asks.PauseUntil, Slots.None);
    }

    // "back on from tuesday" holds until then; "I was away since monday" does not.
    public static Meaning Resume(Message message)
    {
        var scan = message.Scan;
        var coming = scan.Pieces is [Piece.Date date] ? date.On > message.LocalNow.Date
            : scan.Pieces is [Piece.Days { Weekly: false, Except: false, Of.Count: 1 } day]
                && scan.FollowsA(day, "on", "from", "starting", "next", "until", "till", "come");
        return coming ? PauseStage.Until(message, answer: true) : Meanings.Sure(Intents.Resume);
    }
}
