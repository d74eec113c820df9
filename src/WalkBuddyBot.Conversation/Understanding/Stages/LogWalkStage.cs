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
        "walked done did went finished log logged took had completed record been strolled add got made came managed hiked");

    private static readonly FrozenSet<string> Telling = Vocabulary.Set("walked strolled log logged record hiked");

    // As those say it whose first language has no such past.
    private static readonly string[] Foreign = ["i have walk", "make a walk of", "i do a walk of", "i make a walk", "i make walk",
        "walk done"];

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        i we our us a an the my for of go walk walks walking stroll just have out in on at about around nearly almost already today
        it and also another some
        quick short long nice little easy brisk gentle was went did done walked took had log logged completed finished
        record been strolled
        add please that this me to outside is worth total minutes' all
        got back from home came made make do managed hiked with alone each together or so roughly approximately only whole really yes yeah
        yep ok okay hey hi so far more well hello finally good lovely great
        round through along work school shop shops store stores office park gym station town village market supermarket church bank
        beach river lake canal block
        neighbourhood neighborhood woods forest garden mall bus train lunch break city centre center library street
        wife husband partner friend friends dog dogs kids children mum mom dad sister brother colleague colleagues baby son daughter
        grandchildren neighbour neighbor
        """);

    private static readonly FrozenSet<string> Measures = Vocabulary.Set(
        "steps step miles mile mi km kms k kilometres kilometers kilometre kilometer metres meters laps lap blocks times walks");

    public Meaning? Try(Message message)
    {
        if (Whole.Contains(message.Words) || Whole.Contains(Courtesy.Strip(message.Words)))
        {
            return Meanings.Sure(Intents.LogWalk);
        }

        var scan = message.Amounts;
        if (message.IsAsked || scan.Pieces.Any(piece => piece is Piece.Per or Piece.Rhythm or Piece.Interval)
            || (scan.Pieces.IsEmpty && scan.Rest.Length > 12))
        {
            return null;
        }

        return IsBare(message) ? Read(message, measured: false) : Told(message);
    }

    // "yesterday 30 minutes", "4,000 steps", "two walks": nothing but an amount, and a day that is not to come.
    private static bool IsBare(Message message)
    {
        var (scan, today) = (message.Amounts, message.LocalNow.Date);
        var gone = scan.Pieces.OfType<Piece.Date>().Any(date => date.On < today);
        var (amounts, spans) = (scan.Pieces.Count(piece => piece is Piece.Amount), scan.Pieces.Count(piece => piece is Piece.Span));
        var dates = scan.Pieces.OfType<Piece.Date>().Count(date => date.On <= today);
        var rest = scan.Rest.All(token =>
            token.Text is "for" or "a" or "of" or "walk" or "walking" or "about" or "on" or "i" or "and" or "in");
        var named = scan.Pieces.Any(piece => piece is Piece.Amount { Value: > 1 }
            && !scan.WordsOf(piece).StartsWith("twice", StringComparison.Ordinal)
            && !scan.WordsOf(piece).Contains("times", StringComparison.Ordinal));
        var plain = scan.Pieces.All(piece => piece is Piece.Amount or Piece.Span { FromNow: false, WholeDays: 0 } or Piece.Date)
            && scan.Pieces.Length == amounts + spans + dates && amounts + spans > 0;
        return rest && plain && (gone || named);
    }

    private static Meaning? Told(Message message)
    {
        var scan = message.Amounts;
        var gone = scan.Pieces.OfType<Piece.Date>().Any(date => date.On < message.LocalNow.Date);
        var foreign = Foreign.Any(message.Says) || (gone && message.SaysAny("i go for a walk", "i go walking", "i walk"));
        if (!foreign && !scan.Rest.Any(token => Verbs.Contains(token.Text)))
        {
            return null;
        }

        var measured = scan.Rest.Any(token => Measures.Contains(token.Text) && token.Text is not "walk" and not "walks");
        var strange = scan.Rest.Any(token => !Around.Contains(token.Text) && !Measures.Contains(token.Text)
            && token.Kind == Words.TokenKind.Word
            && !(measured && Numbers.Whole(new Reader([token], default), 0).Length > 0));
        var walks = foreign || scan.Rest.Any(token => Telling.Contains(token.Text) || Vocabulary.Walks.Contains(token.Text))
            || scan.Pieces.Any(piece => piece is Piece.Span or Piece.Amount) || scan.Rest.Any(token => token.Text == "done");
        var named = scan.Pieces.Any(piece =>
            piece is Piece.Span or Piece.Clock or Piece.Date or Piece.Days or Piece.Bad or Piece.Amount or Piece.Window)
            || measured || scan.Rest.Any(token => Telling.Contains(token.Text) && token.Text == "walked")
            && !message.SaysAny("well", "good");
        return strange || !walks || !named ? null : Read(message, measured);
    }

    // "on 20 november" is the last one, once it lies behind; a day or two ahead is a slip that the dialog speaks of.
    private static LocalDate Walked(LocalDate said, LocalDate today) => said > today.PlusDays(7) ? said.PlusYears(-1) : said;

    /// <summary>What was walked, as far as the message says.</summary>
    internal static Meaning Read(Message message, bool measured)
    {
        var scan = message.Amounts;
        var (slots, ask) = (Slots.None, (string?)null);
        if (scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.LogWalk, fault, slots);
        }

        foreach (var piece in scan.Pieces)
        {
            switch (piece)
            {
                case Piece.Span { FromNow: false, WholeDays: 0 } span when slots.Minutes is null:
                    slots = slots with { Minutes = span.Minutes };
                    break;
                case Piece.Clock { Bare: { } bare } when slots.Minutes is null && !scan.FollowsA(piece, "at"):
                    slots = slots with { Minutes = bare };
                    break;
                case Piece.Amount { Of: Measure.Steps } steps when slots.Steps is null:
                    slots = slots with { Steps = steps.Value };
                    break;
                case Piece.Amount { Of: Measure.Metres } metres when slots.DistanceMetres is null:
                    slots = slots with { DistanceMetres = metres.Value };
                    break;
                case Piece.Amount { Of: Measure.Walks } count when slots.Walks is null:
                    slots = slots with { Walks = count.Value };
                    break;
                case Piece.Clock { Bare: null } or Piece.Clock when scan.FollowsA(piece, "at") || piece is Piece.Clock { Bare: null }:
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

        // What is not counted is asked about: a number is never dropped in silence. "2 walks, 40 minutes": each, or both?
        ask ??= measured ? Asks.Minutes : null;
        ask ??= slots is { Walks: > 1, Minutes: not null } && !message.SaysAny("of", "each", "twice", "times", "two", "three", "four")
            && !message.Says("walks of") && !message.Amounts.Pieces.Any(piece => piece is Piece.Amount { Length: 1 }) ? Asks.Minutes : null;
        if (slots.Minutes is 0 or > MostMinutes)
        {
            return Meanings.Refused(Intents.LogWalk, new Fault(Faults.BadInterval, message.Folded.Trim()), slots with { Minutes = null });
        }

        slots = slots is { Walks: 1 } and ({ Minutes: not null } or { Steps: not null } or { DistanceMetres: not null })
            ? slots with { Walks = null } : slots;
        return ask is null ? Meanings.Sure(Intents.LogWalk, slots) : Meanings.Asking(Intents.LogWalk, ask, slots with { Minutes = null });
    }
}
