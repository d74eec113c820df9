using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>A tip by the clock: "send me a tip every morning at 8", "a tip on mondays at 9". A tip now is a whole phrase.</summary>
internal sealed class TipStage : IStage
{
    private const string Tip = "tip";

    private static readonly FrozenSet<string> Around = Vocabulary.Set("tip tips advice with of about some from and");

    private static readonly FrozenSet<string> Ending = Vocabulary.Set("stop no not cancel remove delete off without");

    private static readonly FrozenSet<string> AroundEnd = Vocabulary.Set(
        """
        stop no more cancel remove delete turn switch off the my any sending me tips tip please can you i do not want need anymore daily
        weekly giving getting reminders with
        """);

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        if (!scan.Rest.Any(token => token.Text is "tip" or "tips"))
        {
            return null;
        }

        // Which reminders bring tips is known to the dialog.
        if (scan.Rest.Any(token => Ending.Contains(token.Text)) && scan.Rest.All(token => AroundEnd.Contains(token.Text))
            && scan.Pieces.All(piece => piece is Piece.Days or Piece.Rhythm))
        {
            // All of them, where no day is named: nobody who says "no more tips" means one of two.
            return scan.Pieces.IsEmpty
                ? Meanings.Sure(Intents.ChangeTime, new Slots { About = Tip, All = true, Off = true })
                : Meanings.Asking(Intents.ChangeTime, Asks.Times, new Slots { About = Tip });
        }

        var asked = scan.Rest[0].Text is "any" or "what" or "how" or "is" or "are" or "do" or "which"
            || (message.IsAsked && !message.SaysAny("can", "could", "would", "will"));
        var strange = scan.Rest.Any(token => !Around.Contains(token.Text) && !Vocabulary.Fillers.Contains(token.Text)
            && !Vocabulary.Walks.Contains(token.Text) && !Vocabulary.Triggers.Contains(token.Text));
        var timed = scan.Pieces.Any(piece => piece is Piece.Clock or Piece.Interval or Piece.Days or Piece.Rhythm or Piece.Date or Piece.Bad
            or Piece.Span { FromNow: true } || EachDay(scan, piece) is Piece.Days || (piece is Piece.Part
                && scan.Tokens[piece.Start].Text is "every" or "each"));
        return asked || strange || !timed
            ? null
            : Daily(message, Assembly.Of(Gathered.From(scan with { Pieces = [.. scan.Pieces.Select(piece => EachDay(scan, piece))] }),
            new Slots { About = Tip }, message, ask: null));
    }

    // "one tip a day"
    private static Piece EachDay(Scan scan, Piece piece) =>
        piece is Piece.Span { WholeDays: 1, FromNow: false } && scan.FollowsA(piece, "tip", "tips", "per", "advice")
            ? new Piece.Days(piece.Start, piece.Length, [.. Assembly.AllDays], Weekly: true, Except: false) : piece;

    // "every morning": the part of the day is a rhythm as well.
    private static Meaning Daily(Message message, Meaning meaning) =>
        meaning is { Ask: Asks.Times, Slots: { Days.IsEmpty: true, Once: null, Elapsed: null, Date: null, EveryMinutes: null } }
            && message.Scan.Pieces.Any(piece => piece is Piece.Part)
            ? meaning with { Slots = meaning.Slots with { Days = Assembly.AllDays } }
            : meaning;
}
