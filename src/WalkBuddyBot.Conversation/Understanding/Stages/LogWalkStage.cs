using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"done", "I walked", "walked 20", "walked for half an hour yesterday".</summary>
internal sealed class LogWalkStage : IStage
{
    /// <summary>The longest walk of a day.</summary>
    public const int MostMinutes = 24 * 60;

    private static readonly FrozenSet<string> Whole = new[]
    {
        "done", "i walked", "walked", "i did it", "did it", "i am done", "all done", "finished", "i have walked", "just walked",
        "i just walked",
        "went for a walk", "i went for a walk", "i went walking", "went walking", "i did my walk", "did my walk", "walk done",
        "done walking",
        "had a walk", "i had a walk", "took a walk", "i took a walk", "i have done it", "i have been for a walk", "been for a walk",
        "log a walk",
        "log walk", "log my walk", "back from my walk", "i am back from my walk", "completed", "walk completed", "finished my walk",
        "i finished my walk", "i walked already", "already walked", "already done", "i already walked", "i did walk", "walked it",
        "record a walk", "i went out for a walk", "i did a walk", "did a walk", "just did it", "just finished", "i just finished",
        "i went on a walk",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Verbs = Vocabulary.Set(
        "walked done did went finished log logged took had completed record been strolled add got");

    private static readonly FrozenSet<string> Telling = Vocabulary.Set("walked strolled log logged record");

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        i a an the my for of walk walks walking stroll just have out in on at about around nearly almost already today
        it and also another some
        quick short long nice little easy brisk gentle was went did done walked took had log logged completed finished
        record been strolled
        add please that this me to outside is worth total minutes' all
        got back from home
        """);

    private static readonly FrozenSet<string> Measures = Vocabulary.Set(
        "steps step miles mile mi km kms k kilometres kilometers kilometre kilometer metres meters laps lap blocks times walks");

    public Meaning? Try(Message message)
    {
        if (Whole.Contains(message.Words) || Whole.Contains(Courtesy.Strip(message.Words)))
        {
            return Meanings.Sure(Intents.LogWalk);
        }

        var scan = message.Scan;
        if (scan.Rest.IsEmpty && scan.Pieces.Length == 2 && scan.Pieces.Any(piece => piece is Piece.Span { FromNow: false, WholeDays: 0 })
            && scan.Pieces.OfType<Piece.Date>().Any(date => date.On < message.LocalNow.Date))
        {
            // "yesterday 30 minutes"
            return Read(message, measured: false);
        }

        if (scan.Pieces.IsEmpty && scan.Rest.Length > 12 || scan.Tokens.Any(token => token.IsMark('?'))
            || !scan.Rest.Any(token => Verbs.Contains(token.Text)))
        {
            return null;
        }

        var measured = scan.Rest.Any(token => Measures.Contains(token.Text) && token.Text is not "walk" and not "walks");
        var strange = scan.Rest.Any(token => !Around.Contains(token.Text) && !Measures.Contains(token.Text)
            && token.Kind == Words.TokenKind.Word
            && !(measured && Numbers.Whole(new Reader([token], default), 0).Length > 0));
        var walks = scan.Rest.Any(token => Telling.Contains(token.Text) || Vocabulary.Walks.Contains(token.Text))
            || scan.Pieces.OfType<Piece.Span>().Any() || scan.Rest.Any(token => token.Text == "done");
        var named = scan.Pieces.Any(piece => piece is Piece.Span or Piece.Clock or Piece.Date or Piece.Days or Piece.Bad) || measured;
        return strange || !walks || !named ? null : Read(message, measured);
    }

    // "on 20 november" is the last one, once it lies behind; a day or two ahead is a slip that the dialog speaks of.
    private static LocalDate Walked(LocalDate said, LocalDate today) => said > today.PlusDays(7) ? said.PlusYears(-1) : said;

    private static Meaning? Read(Message message, bool measured)
    {
        var (slots, ask) = (Slots.None, (string?)null);
        if (message.Scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.LogWalk, fault, slots);
        }

        foreach (var piece in message.Scan.Pieces)
        {
            switch (piece)
            {
                case Piece.Span { FromNow: false, WholeDays: 0 } span when slots.Minutes is null:
                    slots = slots with { Minutes = span.Minutes };
                    break;
                case Piece.Clock { Bare: { } bare } when slots.Minutes is null:
                    slots = slots with { Minutes = bare };
                    break;
                case Piece.Clock { Bare: null }:
                    // "at 9am": when on the day does not matter.
                    break;
                case Piece.Date date when slots.Date is null:
                    slots = slots with { Date = Walked(date.On, message.LocalNow.Date) };
                    break;
                case Piece.Days { Weekly: false, Except: false, Of.Count: 1 } day when slots.Date is null:
                    slots = slots with { Date = message.LocalNow.Date.PlusDays(1).Previous(day.Of[0]) };
                    break;
                case Piece.Part:
                    break;
                default:
                    ask = Asks.Minutes;
                    break;
            }
        }

        // Miles and steps are not counted yet, and a number is never dropped in silence.
        ask ??= measured ? Asks.Minutes : null;
        if (slots.Minutes is 0 or > MostMinutes)
        {
            return Meanings.Refused(Intents.LogWalk, new Fault(Faults.BadInterval, message.Folded.Trim()), slots with { Minutes = null });
        }

        return ask is null ? Meanings.Sure(Intents.LogWalk, slots) : Meanings.Asking(Intents.LogWalk, ask, slots with { Minutes = null });
    }
}
