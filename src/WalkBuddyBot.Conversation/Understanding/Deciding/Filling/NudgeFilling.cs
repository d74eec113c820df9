using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Deciding.Filling;

/// <summary>For how long a reminder is put off, and which one is left out.</summary>
internal static class NudgeFilling
{
    private const int MostMinutes = 24 * 60;

    public static Meaning Snooze(Message message)
    {
        var scan = message.Scan;
        if (scan.Pieces.IsEmpty && !Unread.In(scan))
        {
            return Meanings.Sure(Intents.Snooze);
        }

        var hour = scan.Pieces is [Piece.Clock { Bare: not null } clock] && scan.FollowsA(clock, "at", "until", "till", "by", "around");
        return scan.Fault is { } fault ? Meanings.Refused(Intents.Snooze, fault, Slots.None)
            : !hour && scan.Pieces is [var piece] && !Unread.In(scan)
                && SnoozeStage.Minutes(message, piece) is >= 1 and <= MostMinutes and var minutes
                ? Meanings.Sure(Intents.Snooze, new Slots { Minutes = minutes })
            : Meanings.Asking(Intents.Snooze, Asks.Minutes, Slots.None);
    }

    public static Meaning Skip(Message message)
    {
        var (scan, today) = (message.Scan, message.LocalNow.Date);
        var open = Meanings.Asking(Intents.Skip, Asks.Date, Slots.None);
        return Unread.In(scan) ? open : scan.Pieces switch
        {
            [] or [Piece.Part] => Meanings.Sure(Intents.Skip, new Slots { Which = Which(message) }),
            [Piece.Date { Open: false } date] => SkipStage.On(date.On, today, message),
            [Piece.Days { Weekly: false, Except: false, Of.Count: 1 } day] =>
                SkipStage.On(today.PlusDays(-1).Next(day.Of[0]), today, message),
            [Piece.Clock { At.Hour: >= 0, Bare: null } clock] => SkipStage.At(clock),
            _ => open,
        };
    }

    private static string Which(Message message) =>
        message.SaysAny("this weekend", "the weekend") ? SkipStage.Weekend
        : message.SaysAny("next", "this one", "this time", "this round") && !message.Says("today") ? "next" : "today";
}
