using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"snooze 20", "snooze for ten", "in 30 minutes", "again in an hour", "10 more minutes", "snooze until 3pm".</summary>
internal sealed class SnoozeStage : IStage
{
    private const int MostMinutes = 24 * 60;

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        snooze for it this that me the please by until till ask again give another more about in my reminder nudge remind ping later need i
        wait a walk just can you postpone delay at to am meeting busy call on not now okay ok yes sorry right still
        """);

    private static readonly FrozenSet<string> Sure = Vocabulary.Set("snooze again wait postpone delay busy meeting");

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        if (scan.Pieces.Length != 1 || scan.Rest.Any(token => !Around.Contains(token.Text)))
        {
            return null;
        }

        var outright = scan.Rest.Any(token => Sure.Contains(token.Text)) || message.Words.StartsWith("give me", StringComparison.Ordinal);
        var span = scan.Pieces[0] as Piece.Span;
        var alone = scan.Rest.IsEmpty || scan.Rest.All(token =>
            token.Text is "later" or "please" or "more" or "about" or "just" or "not" or "now" or "ok"
            or "okay" or "yes" or "sorry" or "right");
        var alike = span is not null && (Says(message, "more") || (alone
            && span is { FromNow: true, WholeDays: 0 }));
        alike |= alone && scan.Fault?.Code == Faults.BadInterval && message.Words.StartsWith("in ", StringComparison.Ordinal);
        if ((!outright && !alike) || scan.Pieces[0] is Piece.Days or Piece.Date or Piece.Rhythm or Piece.Per)
        {
            return null;
        }

        return Minutes(message, scan.Pieces[0]) switch
        {
            null when scan.Fault is { } fault => Meanings.Refused(Intents.Snooze, fault, Slots.None),
            null => Meanings.Asking(Intents.Snooze, Asks.Minutes, Slots.None),
            < 1 or > MostMinutes =>
                Meanings.Refused(Intents.Snooze, new Fault(Faults.BadInterval, scan.WordsOf(scan.Pieces[0])), Slots.None),
            { } minutes => Meanings.Sure(Intents.Snooze, new Slots { Minutes = minutes }),
        };
    }

    private static bool Says(Message message, string word) => message.Words.Contains(word, StringComparison.Ordinal);

    /// <summary>How long a piece puts off.</summary>
    internal static int? Minutes(Message message, Piece piece) => piece switch
    {
        Piece.Span { WholeDays: 0 } span => span.Minutes,
        Piece.Clock { Bare: { } bare } when !Says(message, "til") => bare,
        Piece.Clock { At.Hour: >= 0 } clock when message.Zone is not null => Until(message, clock.At),
        _ => null,
    };

    private static int? Until(Message message, ClockReading at)
    {
        var now = message.LocalNow.TimeOfDay;
        var until = at.Early > now ? at.Early : at.Late;
        return until > now ? (int)Math.Ceiling((until - now).ToDuration().TotalMinutes) : null;
    }
}
