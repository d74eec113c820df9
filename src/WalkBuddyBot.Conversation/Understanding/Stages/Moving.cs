using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Which reminder a change is about: the time and the day that "my", "the", "from", "not" or "instead of" lead.</summary>
internal sealed record Moving
{
    public ClockReading? Time { get; private init; }

    public Piece? TimePiece { get; private init; }

    public IsoDayOfWeek? Day { get; private init; }

    public Piece.Days? DayPiece { get; private init; }

    /// <summary>"change friday to saturday", which reads as a range of days.</summary>
    public (IsoDayOfWeek From, IsoDayOfWeek To)? Range { get; private init; }

    public Piece.Days? RangePiece { get; private init; }

    /// <summary>Whether more days or times than one are to be moved, which cannot be said yet.</summary>
    public bool Unclear { get; private init; }

    public static Moving Read(Message message)
    {
        var (moving, scan) = (new Moving(), message.Scan);
        foreach (var piece in scan.Pieces)
        {
            moving = piece switch
            {
                Piece.Clock clock when IsLed(message, piece, time: true) => moving.Time is null
                    ? moving with { Time = clock.At, TimePiece = clock } : moving with { Unclear = true },
                Piece.Days { Except: false } days when Ends(message, days) is { } ends => moving with { Range = ends, RangePiece = days },
                Piece.Days { Except: false, Of.Count: 1 } day when IsLed(message, piece, time: false) => moving.Day is null
                    ? moving with { Day = day.Of[0], DayPiece = day } : moving with { Unclear = true },
                Piece.Days { Except: false } days when IsLed(message, days, time: false) && !days.Of.IsEmpty
                    && message.SaysAny("move", "shift", "my")
                    && scan.Pieces.Any(other => other is Piece.Clock or Piece.Window)
                    && !scan.FollowsA(days, "to", "it") => moving with { Unclear = true },
                _ => moving,
            };
        }

        return moving;
    }

    private static bool IsLed(Message message, Piece piece, bool time)
    {
        var scan = message.Scan;
        var at = piece.Start;
        var tokens = scan.Tokens;
        string Before(int back) => at - back >= 0 ? tokens[at - back].Text : string.Empty;

        // "3pm not 3am", "tuesday instead of monday"
        var said = Before(1) == "at" ? Before(2) : Before(1);
        if ((said is "said" or "typed" or "wrote" && message.SaysAny("i meant", "i mean", "but", "should be")) || IsRefused(message, piece))
        {
            return true;
        }

        if (Before(1) == "not" || (Before(1) == "of" && Before(2) == "instead"))
        {
            return true;
        }

        var first = tokens[at].Text;
        var within = first is "from" || (first is "on" && Before(1) is "one" or "walk" or "reminder");
        if (within || Before(1) is "my" or "from" or "replace" or "the" or "this")
        {
            // "the friday 4pm": the time is led by the day before it.
            return Before(1) != "the" || Before(2) is not ("to" or "at");
        }

        if (at == 0 && piece is Piece.Days && piece.End < tokens.Length && tokens[piece.End].Text is "reminder" or "walk" or "nudge"
            or "one")
        {
            return true;
        }

        if (piece.End < tokens.Length && tokens[piece.End].Text is "become" or "becomes")
        {
            return true;
        }

        if (Before(1) is "at" && Before(2) is "walk" or "reminder" or "one" or "reminders"
            && message.SaysAny("move", "change", "shift", "reschedule"))
        {
            return scan.Pieces.Any(other => other.Start > piece.Start && scan.FollowsA(other, "to", "until"));
        }

        if (time)
        {
            // "friday's 4pm": right after a day that is led itself, and "shift 4pm an hour later".
            var day = scan.Pieces.FirstOrDefault(other => other is Piece.Days && other.End == at);
            return (day is not null && IsLed(message, day, time: false) && IsFollowed(scan, piece))
                || (IsVerb(Before(1)) && (IsFollowed(scan, piece) || ChangeStage.Shifts(message)))
                || (ChangeStage.Shifts(message) && !(Before(1) is "to"));
        }

        return IsVerb(Before(1)) || (ChangeStage.Shifts(message) && Before(1) is not "to");
    }

    /// <summary>"8am is too early for me, 9:30 suits better": of two of a kind one is found wanting and the other good.</summary>
    public static bool IsWeighed(Message message)
    {
        var pieces = message.Scan.Pieces;
        return pieces is [Piece.Clock, Piece.Clock] or [Piece.Days, Piece.Days] && IsRefused(message, pieces[0]) && IsPraised(message,
            pieces[1]);
    }

    private static bool IsRefused(Message message, Piece piece)
    {
        var pieces = message.Scan.Pieces;
        return pieces is [var first, var second] && first == piece && first.GetType() == second.GetType() && IsPraised(message, second)
            && Between(message, first.End, second.Start).Any(word => Refusing.Contains(word));
    }

    private static bool IsPraised(Message message, Piece piece) =>
        Between(message, piece.End, message.Tokens.Length).Any(word => word is "better" or "suits" or "instead" or "works" or "good"
            or "fine");

    private static IEnumerable<string> Between(Message message, int from, int to) => message.Tokens[from..to].Select(token => token.Text);

    private static readonly FrozenSet<string> Refusing = Vocabulary.Set("clashes clash early late wrong bad busy awkward difficult "
        + "hard cannot not");

    // Something comes after it that it is moved to.
    private static bool IsFollowed(Scan scan, Piece piece) =>
        scan.Pieces.Any(other => other.Start >= piece.End && other is Piece.Clock or Piece.Days or Piece.Window or Piece.Span
            && other.Start > piece.Start);

    private static bool IsVerb(string word) =>
        word is "move" or "change" or "swap" or "switch" or "shift" or "make" or "reschedule" or "put" or "push" or "bring" or "replace"
            or "cancel";

    private static (IsoDayOfWeek From, IsoDayOfWeek To)? Ends(Message message, Piece.Days days)
    {
        var tokens = message.Scan.Tokens;
        var lead = days.Start > 0 ? tokens[days.Start - 1].Text : string.Empty;
        var from = tokens[days.Start].Text == "from" ? days.Start + 1 : days.Start;
        return days.Length - (from - days.Start) == 3 && tokens[from + 1].Text is "to"
            && DayNames.Find(tokens[from].Text) is { } first && DayNames.Find(tokens[from + 2].Text) is { } last
            && (lead is "my" or "the" || from > days.Start && lead is "walk" or "reminder" or "it" || IsVerb(lead) && lead != "make")
            ? (first, last)
            : null;
    }
}
