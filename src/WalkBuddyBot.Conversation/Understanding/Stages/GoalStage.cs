using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"5 walks a week", "my goal is 100 minutes a week", "what is my goal", "no goal".</summary>
internal sealed class GoalStage : IStage
{
    private const string Week = "week";
    private const string Day = "day";

    private static readonly FrozenSet<string> Named = Vocabulary.Set("goal goals target targets aim aiming objective");

    private static readonly string[] Wishes =
    [
        "i want to walk", "i would like to walk", "i plan to walk", "i am planning to walk", "i will walk", "i hope to walk",
            "i intend to walk",
        "i am going to walk", "i wish to walk", "i am trying to walk", "i need to walk", "i want to do", "i would like to do", "let us do",
        "i want to go for", "i want to go walking", "i would like to go", "i want to get", "i plan to do", "i want to manage",
    ];

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        goal goals target targets aim aiming objective i want to would like plan planning will hope intend am going wish trying need do us
        let is are be my me a an the of for at set change make it up update adjust edit put please can could you we walk walks walking
        least about around roughly nearly say just now new weekly daily over in time times on and or no more instead actually from as
        go get brisk short easy total altogether each get this hey hi ok okay stroll strolls manage days day start with personal own
        yes yeah that should myself
        """);

    private static readonly FrozenSet<string> Asking = Vocabulary.Set(
        """
        set change a an new my the i want to would like can could you please goal goals target adjust lower raise increase decrease reduce
        higher edit update choose pick make it up for me need have weekly daily another different bigger smaller double halve how do
        easier harder me myself let us walking walk objective hey hi
        """);

    private static readonly FrozenSet<string> Showing = Vocabulary.Set(
        "what is are my the goal goals target weekly current show see view tell me do i have a set please which did now can you again daily objective walking");

    private static readonly FrozenSet<string> Taking = Vocabulary.Set(
        """
        no remove delete clear cancel drop forget without do not want need stop my the a any goal goals target i more please anymore have
        get rid of can you turn off scrap weekly daily walking
        """);

    public Meaning? Try(Message message) =>
        message.SaysAny("goal", "goals", "target", "targets", "aim", "aiming", "objective") ? OfGoal(message) : Bare(message);

    /// <summary>The goal that an answer names, with what was said before.</summary>
    public static Meaning? Answer(Message message, Slots kept)
    {
        var scan = message.Amounts;
        if (scan.Rest.Any(token => !Around.Contains(token.Text)) || scan.Pieces.IsEmpty)
        {
            return null;
        }

        // "5" are walks; "100" can only be minutes and is asked about.
        return scan.Pieces is [Piece.Clock { Bare: { } bare }]
            ? Whole(kept with { Walks = kept.Minutes is null ? bare : kept.Walks, Per = kept.Per ?? Week }, scan)
            : Read(message, kept, week: true);
    }

    private static Meaning? OfGoal(Message message)
    {
        var (scan, rest) = (message.Amounts, message.Amounts.Rest);
        bool All(FrozenSet<string> words) => rest.All(token => words.Contains(token.Text));
        var named = scan.Pieces.Any(piece => piece is not Piece.Per);
        if (!named && All(Taking) && (message.SaysAny("no goal", "no more goal", "no more goals", "no goals", "no target", "remove",
            "delete", "clear",
            "cancel", "drop", "forget", "without", "do not want", "do not need", "stop", "rid of", "turn off", "scrap")))
        {
            return Meanings.Sure(Intents.Goal, new Slots { Off = true });
        }

        if (!named && All(Showing) && (message.SaysAny("what is my", "what is the", "what are my", "show", "see", "view", "tell me",
            "do i have", "which",
            "what did i set") || rest.Length <= 2 && message.SaysAny("my goal", "my target", "my goals", "weekly goal", "current goal")
            || message.Says("what goal do i have")))
        {
            return Meanings.Sure(Intents.Goal, new Slots { Show = true });
        }

        if (scan.Pieces.All(piece => piece is Piece.Per) && All(Asking)
            && message.SaysAny("set", "change", "new", "want", "like", "need", "adjust", "lower",
            "raise", "increase", "decrease", "reduce", "higher", "edit", "update", "choose", "pick", "double", "halve", "make",
                "different", "easier", "harder")
            && !message.SaysAny("walk"))
        {
            return Meanings.Asking(Intents.Goal, Asks.Goal, Slots.None);
        }

        var begins = message.Words.Split(' ')[0];
        var question = begins is "is" or "are" or "does" or "what" or "should" or "why" or "how" or "which" or "do" or "would" or "did";
        if (question || rest.Any(token => !Around.Contains(token.Text)))
        {
            return null;
        }

        return scan.Pieces.IsEmpty
            ? rest.Length <= 2 && !message.SaysAny("aim", "aiming") ? Meanings.Asking(Intents.Goal, Asks.Goal, Slots.None) : null
            : Read(message, Slots.None, week: false);
    }

    // Without the word it takes an amount and what it is counted over; as a wish or as nothing else.
    private static Meaning? Bare(Message message)
    {
        var scan = message.Amounts;
        var over = scan.Pieces.Any(piece => piece is Piece.Per or Piece.Rhythm { Count: not null } or Piece.Days { Of.Count: 7 });
        var counted = scan.Pieces.Any(piece =>
            piece is Piece.Amount or Piece.Rhythm { Count: not null } or Piece.Span or Piece.Days { Of.Count: 7, Length: 4 });
        var timed = scan.Pieces.Any(piece => piece is Piece.Clock or Piece.Window or Piece.Interval or Piece.Date or Piece.Part);
        if (!over || !counted || timed || message.IsAsked && !message.SaysAny("can you", "could you"))
        {
            return null;
        }

        var wished = Wishes.Any(message.Says) && scan.Rest.All(token => Around.Contains(token.Text));
        var alone = scan.Rest.All(token => Vocabulary.Joints.Contains(token.Text) || Vocabulary.Walks.Contains(token.Text)
            || token.Text is "least" or "make" or "it" or "let" or "us" or "do" or "say" or "ok" or "hi" or "total" or "each" or "time" or "goal")
            && (scan.Pieces.Any(piece => piece is Piece.Amount { Of: not Measure.Steps } or Piece.Span { WholeDays: 0 })
                || scan.Rest.Any(token => Vocabulary.Walks.Contains(token.Text)))
            && !(scan.Rest.Length > 0 && scan.Rest[0].Text == "walking" && scan.Rest.Length == 1 && scan.Pieces[0].Start > 0
            && message.IsAsked);
        return wished || (alone && !scan.Rest.Any(token => token.Text is "i" or "my")) ? Read(message, Slots.None, week: false) : null;
    }

    /// <summary>The goal that a message names.</summary>
    internal static Meaning Read(Message message, Slots kept, bool week)
    {
        var (slots, ask) = (kept, (string?)null);
        var (scan, walks) = (message.Amounts, 0);
        if (scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.Goal, fault, Slots.None);
        }

        foreach (var piece in scan.Pieces)
        {
            switch (piece)
            {
                case Piece.Amount { Of: Measure.Walks } amount:
                    (slots, walks) = (slots with { Walks = amount.Value }, walks + 1);
                    break;
                case Piece.Amount { Of: Measure.Steps } steps:
                    (slots, ask) = (slots with { Steps = steps.Value }, Asks.Goal);
                    break;
                case Piece.Amount metres:
                    (slots, ask) = (slots with { DistanceMetres = metres.Value }, Asks.Goal);
                    break;
                case Piece.Rhythm { Count: { } count } rhythm:
                    (slots, walks) = (slots with { Walks = count, Per = rhythm.Ask == Asks.Times ? Day : Week }, walks + 1);
                    break;
                case Piece.Per per when slots.Per is null || slots.Per == per.Unit || kept.Per is not null:
                    slots = slots with { Per = per.Unit };
                    break;
                case Piece.Span { FromNow: false, WholeDays: 0 } span when slots.Minutes is null || kept.Minutes is not null:
                    slots = slots with { Minutes = span.Minutes };
                    break;
                case Piece.Span { FromNow: false, WholeDays: >= 1 and <= 7, Minutes: 0 } days when scan.WordsOf(days).Contains("day",
                    StringComparison.Ordinal):
                    (slots, walks) = (slots with { Walks = days.WholeDays }, walks + 1);
                    break;
                case Piece.Days { Except: false } days:
                    (slots, walks) = (slots with { Walks = days.Of.Count, Per = Week }, walks + 1);
                    break;
                case Piece.Clock { Bare: { } bare } when scan.Pieces.Length == 1 && slots.Walks is null:
                    ask = Asks.Goal;
                    slots = slots with { Walks = bare <= 21 ? bare : null };
                    break;
                default:
                    ask = Asks.Goal;
                    break;
            }
        }

        // "to walk every day"
        slots = slots is { Per: Day, Walks: null, Minutes: null, Steps: null, DistanceMetres: null }
            ? slots with { Walks = 7, Per = Week } : slots;
        slots = slots.Per is null && (slots.Walks is not null || week) ? slots with { Per = Week } : slots;
        var open = slots.Per is null || (slots.Walks is null && slots.Minutes is null) || (slots.Walks is not null
            && slots.Minutes is not null) || walks > 1;
        return ask is null && !open ? Whole(slots, scan) : Meanings.Asking(Intents.Goal, Asks.Goal, slots with
        {
            Walks = null,
            Minutes = null
        });
    }

    private static Meaning Whole(Slots slots, Scan scan)
    {
        var (walks, minutes) = slots.Per == Day ? (10, 24 * 60) : (70, 7 * 24 * 60);
        var fits = slots.Walks is null or >= 1 && slots.Walks is null || slots.Walks >= 1 && slots.Walks <= walks;
        fits &= slots.Minutes is null || (slots.Minutes >= 1 && slots.Minutes <= minutes);
        return fits
            ? Meanings.Sure(Intents.Goal, slots)
            : Meanings.Refused(Intents.Goal, new Fault(Faults.BadAmount, string.Join(' ', scan.Pieces.Select(scan.WordsOf))), Slots.None);
    }
}
