using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// Days or times that come beside those that are set: "add saturday to my reminders", "and on sundays too". A new day with a time of its
/// own
/// is a new reminder, and none of these.
/// </summary>
internal static class Adding
{
    private static readonly FrozenSet<string> Alone = Vocabulary.Set("and also too as well on add plus please the at include my it "
        + "them ok yes sorry");

    public static Meaning? Of(Message message, FrozenSet<string> around)
    {
        var scan = message.Scan;
        var added = scan.Pieces.OfType<Piece.Days>().Any() != scan.Pieces.OfType<Piece.Clock>().Any()
            && scan.Pieces.All(piece => piece is Piece.Days { Except: false } or Piece.Clock { At.Hour: >= 0 } or Piece.Part);
        var more = message.SaysAny("too", "also", "as well", "add", "extra", "additional", "on top of", "include", "plus");
        var there = message.SaysAny("my reminders", "my reminder", "my schedule", "my days", "my times", "existing", "current", "already",
            "my nudges",
            "the reminders", "the schedule", "my list", "my walks");
        var days = scan.Pieces.Any(piece => piece is Piece.Days);
        if (!added || !more || !(there || days && message.SaysAny("too", "also", "as well", "add")
            && scan.Rest.All(token => Alone.Contains(token.Text)))
            || scan.Rest.Any(token => !around.Contains(token.Text) && !Alone.Contains(token.Text) && token.Kind == TokenKind.Word)
            || message.SaysAny("not", "no", "remove", "instead", "remind me to", "only"))
        {
            return null;
        }

        var gathered = Gathered.From(scan);
        var (times, open) = ClockResolver.Resolve(gathered.Times, working: true, after: null);
        var slots = new Slots { Adds = true, Days = [.. gathered.Days], Times = times, Open = open };
        return gathered.Ask is not null ? Meanings.Asking(Intents.ChangeTime, Asks.Times, Slots.None)
            : open.IsEmpty ? Meanings.Sure(Intents.ChangeTime, slots) : Meanings.Asking(Intents.ChangeTime, Asks.HalfOfDay, slots);
    }
}
