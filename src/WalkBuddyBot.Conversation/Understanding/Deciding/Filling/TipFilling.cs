using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Deciding.Filling;

/// <summary>A tip now, tips by the clock, or no more of them.</summary>
internal static class TipFilling
{
    private const string Tip = "tip";

    public static Meaning Of(Message message)
    {
        var pieces = message.Scan.Pieces;
        if (message.SaysAny("stop", "no more", "off", "cancel", "remove", "without", "quit", "end", "no longer", "not want", "not need",
            "drop"))
        {
            return Meanings.Sure(Intents.Tip, new Slots { About = Tip, All = true, Off = true });
        }

        if (pieces.Any(piece => piece is Piece.Clock or Piece.Interval or Piece.Window or Piece.Span { FromNow: true, Minutes: > 0 }))
        {
            return ReminderFilling.Of(message, new Slots { About = Tip });
        }

        var daily = pieces.Any(piece => piece is Piece.Days { Weekly: true } or Piece.Rhythm)
            || message.SaysAny("daily", "regularly", "regular", "each morning", "every morning", "every evening", "weekly", "a day",
                "each day", "tips on");
        return !daily ? Meanings.Sure(Intents.Tip)
            : Meanings.Asking(Intents.Tip, Asks.Times, new Slots { About = Tip, Days = [.. Gathered.From(message.Scan).Days] });
    }
}
