using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>What is taken out of the reminders: days, times, all of them, or one that is asked about.</summary>
internal static class Removal
{
    /// <summary>What the days and times that were named take out.</summary>
    public static Meaning? Of(Message message, Slots kept)
    {
        var scan = WithoutKept(message);
        if (scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.ChangeTime, fault, Slots.None);
        }

        if (scan.Pieces.IsEmpty && Places.Named(message) is { } place)
        {
            return Meanings.Sure(Intents.ChangeTime, kept with { Which = place, Off = true });
        }

        // A single day that is a date leaves out that day only, which is another wish.
        if (scan.Pieces.All(piece => piece is Piece.Date))
        {
            return null;
        }

        if (scan.Pieces.Any(piece => piece is not (Piece.Days or Piece.Clock { At.Hour: >= 0 } or Piece.Part)))
        {
            return Which(kept);
        }

        var days = scan.Pieces.OfType<Piece.Days>().SelectMany(piece => piece.Of).Distinct().Order().ToList();
        var gathered = Gathered.From(scan with { Pieces = [.. scan.Pieces.Where(piece => piece is not Piece.Days)] });
        var (times, open) = ClockResolver.Resolve(gathered.Times, days.Count > 0
            && days.TrueForAll(day => day <= IsoDayOfWeek.Friday), after: null);
        if (gathered.Ask is not null || days.Count == 7 || (days.Count == 0 && times.IsEmpty))
        {
            return Which(kept);
        }

        var slots = kept with { RemoveDays = [.. days], RemoveTimes = times, Open = open, Off = false };
        return open.IsEmpty ? Meanings.Sure(Intents.ChangeTime, slots) : Meanings.Asking(Intents.ChangeTime, Asks.HalfOfDay, slots);
    }

    // "keep the 9am but drop the 3pm": what is kept is not taken out.
    private static Scan WithoutKept(Message message)
    {
        var tokens = message.Tokens;
        bool IsKept(Piece piece)
        {
            var verb = tokens.Take(piece.Start).LastOrDefault(token => token.Text is "keep" or "leave" or "drop" or "remove" or "delete"
                or "cancel"
                or "lose" or "scrap" or "ditch" or "clear" or "stop" or "take" or "rid");
            return verb.Text is "keep" or "leave" && tokens.Any(token => token.Text == "keep");
        }

        return message.Says("keep") ? message.Scan with { Pieces = message.Scan.Pieces.RemoveAll(IsKept) } : message.Scan;
    }

    /// <summary>Nothing was named: all, or which?</summary>
    public static Meaning? Unnamed(Message message)
    {
        var many = message.SaysAny("reminders", "nudges", "schedule", "every reminder", "everything", "all of them", "them all",
            "every nudge", "all of it");
        var few = message.SaysAny("one of", "a reminder", "one", "a nudge");
        var refused = message.SaysAny("do not", "no more", "no reminders", "no nudges", "never", "no reminder", "not", "stop", "turn off");
        var takes = message.SaysAny("delete", "remove", "clear", "wipe", "erase", "get rid of", "scrap", "drop", "ditch");
        if (many && !few && takes)
        {
            return Meanings.Sure(Intents.ChangeTime, new Slots { All = true, Off = true });
        }

        var thing = many || few || message.SaysAny("reminder", "nudge", "alarm", "walk", "it", "this", "that");
        return thing && !refused && (takes || message.Says("cancel")) ? Which(Slots.None) : null;
    }

    // Off without a name: one of them is to go, and the dialog asks which.
    private static Meaning Which(Slots kept) => Meanings.Asking(Intents.ChangeTime, Asks.Times, kept with { Off = true });
}
