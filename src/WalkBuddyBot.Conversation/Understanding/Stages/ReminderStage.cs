using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>A wish for a reminder, by its words ("remind me ...") or by being nothing but a schedule ("mon wed fri 10:30, Berlin").</summary>
internal sealed class ReminderStage : IStage
{
    private static readonly FrozenSet<string> Changes = Vocabulary.Set("change move shift edit update reschedule delete remove cancel clear adjust");

    private static readonly FrozenSet<string> Shows = Vocabulary.Set("what which when show list see view");

    private static readonly FrozenSet<string> Asking = Vocabulary.Set("how do does are is did should why");

    public Meaning? Try(Message message)
    {
        var rest = message.Scan.Rest;
        return rest.Any(token => Vocabulary.Triggers.Contains(token.Text)) ? Asked(message) : Bare(message);
    }

    private static Meaning? Asked(Message message)
    {
        var rest = message.Scan.Rest;
        var first = rest[0].Text;
        if (Shows.Contains(first) && !rest.Any(token => token.Text is "set" or "add"))
        {
            return Meanings.Sure(Intents.ShowSchedule);
        }

        if (rest.Any(token => Changes.Contains(token.Text)) && !rest.Any(token => token.Text is "remind"))
        {
            return Meanings.Sure(Intents.ShowSchedule);
        }

        if (Asking.Contains(first) && !rest.Any(token => token.Text is "set" or "add" or "create" or "make" or "schedule") && message.Scan.Pieces.IsEmpty)
        {
            return first is "why" or "is" or "are" or "did" ? Meanings.Sure(Intents.Status) : Meanings.Sure(Intents.Help);
        }

        // "don't remind me at 9", "never on mondays": what is refused is not set.
        var refused = rest.Any(token => token.Text is "not" or "never" or "no" or "stop" or "without");
        if (refused)
        {
            return Meanings.Sure(Intents.ShowSchedule);
        }

        if (!IsAboutWalking(message))
        {
            return Meanings.NotOurs;
        }

        // Every number and every word of time must have found its place.
        var left = rest.Any(token => token.Kind == TokenKind.Number || Vocabulary.Times.Contains(token.Text) || IsNumber(token));
        return Assembly.Of(Gathered.From(message.Scan), Slots.None, message, left ? Asks.Times : null);
    }

    // Nothing named means a walk. A thing named before any word for walking is what the reminder would be for.
    private static bool IsAboutWalking(Message message)
    {
        foreach (var token in message.Scan.Rest)
        {
            if (Vocabulary.Walks.Contains(token.Text))
            {
                return true;
            }

            if (token.Kind == TokenKind.Word && !Vocabulary.Fillers.Contains(token.Text) && !Vocabulary.Triggers.Contains(token.Text)
                && !Vocabulary.Times.Contains(token.Text) && !IsNumber(token))
            {
                return false;
            }
        }

        return true;
    }

    private static Meaning? Bare(Message message)
    {
        var gathered = Gathered.From(message.Scan);
        var strange = message.Scan.Rest.Any(token => !Vocabulary.Joints.Contains(token.Text) && !Vocabulary.Walks.Contains(token.Text));
        var bare = message.Scan.Pieces.Where(piece => piece is Piece.Clock or Piece.Span or Piece.Zone or Piece.Part or Piece.Date or Piece.Rhythm);
        if (strange || gathered.IsEmpty && message.Scan.Fault is null)
        {
            return null;
        }

        // A lone number, length, date or part of a day is no wish; a fault alone is one only beside words of a schedule.
        var names = gathered.Times.Count > 0 && !(message.Scan.Pieces is [Piece.Clock { Bare: not null }] && message.Scan.Rest.IsEmpty)
            || gathered.EveryMinutes is not null || gathered.Weekly || message.Scan.Fault is not null && !message.Scan.Rest.IsEmpty
            || message.Scan.Fault is not null && message.Scan.Pieces.Length >= 1;
        return names && (bare.Any() || gathered.Weekly || gathered.EveryMinutes is not null || message.Scan.Fault is not null)
            ? Assembly.Of(gathered, Slots.None, message, ask: null)
            : null;
    }

    private static bool IsNumber(Token token) => Numbers.Whole(new Reader([token], default), 0).Length > 0;
}
