using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// A change to reminders that are set: "make it 11", "move my 10:30 to 11", "half an hour later", "no more fridays", "drop the 4pm",
/// "delete all my reminders".
/// </summary>
internal sealed class ChangeStage : IStage
{
    private static readonly FrozenSet<string> Verbs = Vocabulary.Set(
        "change move shift reschedule swap switch push bring edit update adjust replace put postpone delay modify alter");

    private static readonly string[] Making =
    [
        "make it", "make that", "make them", "make my", "make the", "set it to", "set it for", "set them to", "change", "turn it into",
            "have it at",
        "have it on", "make monday", "make tuesday", "make wednesday", "make thursday", "make friday", "make saturday", "make sunday",
            "make mondays",
        "make fridays", "set my reminder to", "set my reminders to", "set the reminder to", "do it at", "should be", "be later",
            "be earlier", "make all", "make everything",
    ];

    private static readonly FrozenSet<string> Removing = Vocabulary.Set("remove delete drop cancel scrap ditch clear wipe erase lose");

    private static readonly string[] Refusing =
    [
        "get rid of", "no longer want", "no longer need", "take out", "take off", "take away", "no more", "do not want", "do not need",
            "not on", "do not remind", "stop reminding",
        "do not nudge", "stop nudging", "no reminders", "no nudges", "no reminder", "turn off the", "turn off my", "stop the",
            "stop my", "never remind",
        "never on", "never nudge", "do not send", "stop sending", "do not ping", "no weekends", "no weekend", "without the",
            "no walks on", "no walk on",
        "not at", "switch off my", "switch off the", "leave out", "skip", "not want", "not need",
    ];

    private static readonly string[] Correcting =
    [
        "actually", "no wait", "wait", "sorry", "oops", "i meant", "i mean", "no", "not", "no actually", "rather", "hm", "hmm",
            "better", "ok but",
        "i said", "i would prefer", "i prefer", "that should be", "it should be", "should be",
    ];

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        longer delay should prefer would when you mine too also well add extra additional plus top current already days existing as include
        become said suit suits works bit more come go goes has clashes clash busy ok fine good better could than they so it's wrong am
        please got need another keep others rest awkward bad busy difficult hard work with typed wrote way early late than just rather my
        that's change move shift reschedule swap switch push bring edit update adjust
        replace put postpone modify alter
        remove delete drop cancel scrap ditch clear wipe erase lose turn stop meant mean said make made set have do be it my the this
        that them those
        to at from by on for of and off into with instead out away get rid take more want need not no never without
        later earlier forward forwards back backwards backward please can could would you we i will like me one ones walk walks walking time
        times day days a an again all every everything any anymore only just actually sorry oops hm hmm wait rather better ok okay hey hi
        reminder reminders reminding remind nudge nudges nudging schedule alarm send sending how about is are should let us is's thanks
        hello
        now it's new different another leave longer both each ping pings shall think in yes yeah but think i'd skip existing current
        """);

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        if (Adding.Of(message, Around) is { } added)
        {
            return added;
        }

        // "weekdays but not friday" is a rhythm, and nothing is taken away.
        if (IsExcepting(message) && !scan.Rest.Any(token => Verbs.Contains(token.Text)) && !Making.Any(message.Says)
            && !message.SaysAny("only", "just"))
        {
            return null;
        }

        var weighed = Moving.IsWeighed(message) && message.SaysAny("reminder", "nudge", "walk");
        if (scan.Rest.IsEmpty ? !Shifts(message) && !scan.Pieces.Any(piece => piece is Piece.Days { Except: true })
            : !weighed && scan.Rest.Any(token => !Around.Contains(token.Text) && !Places.IsOne(token.Text)))
        {
            return null;
        }

        var shifted = Shifts(message);
        var removing = Removes(message);
        var named = scan.Pieces.Any(piece => piece is not Piece.Zone) || (Places.Named(message) is not null
            && message.SaysAny("one", "reminder", "nudge", "walk"));
        if (removing && scan.Rest is [{ Text: "is" or "are" or "does" or "why" or "should" or "what" }, ..]
            && !message.SaysAny("reminder", "reminders", "nudge", "nudges"))
        {
            return null;
        }

        if (removing)
        {
            return named ? Removal.Of(message, Slots.None) : Removal.Unnamed(message);
        }

        var verb = scan.Rest.Any(token => Verbs.Contains(token.Text))
            || (Making.Any(message.Says) && !message.Words.StartsWith("i have", StringComparison.Ordinal));
        if (!named)
        {
            return verb || shifted ? Unnamed(message, shifted) : null;
        }

        var adding = message.SaysAny("another", "new", "remind me", "add") && !verb && !message.Says("only remind me")
            && !message.Says("just remind me");
        var corrected = !adding && (Correcting.Any(words => message.Words.StartsWith(words + " ", StringComparison.Ordinal))
            || (message.SaysAny("instead", "instead of", "rather", "i meant", "not", "become", "becomes")
                && !scan.Pieces.All(piece => piece is Piece.Date)) || Moving.IsWeighed(message)) && (!message.IsAsked
                || message.Says("instead"));
        var only = !adding && message.SaysAny("only", "just") && scan.Pieces.All(piece => piece is Piece.Days)
            && scan.Rest[0].Text is "only" or "just" or "actually" or "make" or "please";
        return (verb || shifted || corrected || only) && !IsQuestion(message) ? Change.Of(message, Slots.None) : null;
    }

    /// <summary>What an answer changes, with what was said before; null when the words are none of a change.</summary>
    public static Meaning? Answer(Message message, Slots kept) =>
        message.Scan.Rest.Any(token => !Around.Contains(token.Text)) || (message.Scan.Pieces.IsEmpty && !Shifts(message)) ? null
            : kept.Off || Removes(message) ? Removal.Of(message, kept) : Change.Of(message, kept);

    /// <summary>Whether it says later or earlier.</summary>
    public static bool Shifts(Message message) =>
        message.SaysAny("later", "earlier", "forward", "forwards", "more early", "more late") || message.SaysAny("delay", "postpone")
        || (message.Says("push") && message.Says("by"))
        || (message.Says("back") && !message.Says("back to") && message.SaysAny("push", "move", "shift", "put", "bring"));

    private static bool Removes(Message message)
    {
        // "no, 3pm not 3am" and "not 9am, 9pm" correct; "not on fridays" takes away.
        var verb = message.Scan.Rest.Any(token => Removing.Contains(token.Text))
            || (message.Says("take") && message.SaysAny("out", "off", "away"));
        return !IsExcepting(message) && (verb || RefusesDays(message)
            || (Refusing.Any(message.Says) && !message.SaysAny("instead", "i meant")
            && !(message.Says("skip") && !IsWeekly(message))));
    }

    // "no mondays" takes them away; "no, mondays" says them in the place of others.
    private static bool RefusesDays(Message message) =>
        message.Tokens is [{ Text: "no" }, ..] && message.Scan.Pieces is [Piece.Days { Start: 1 }] && IsWeekly(message);

    private static bool IsExcepting(Message message) =>
        message.Scan.Pieces.Any(piece => piece is Piece.Days { Except: true })
        && message.Scan.Pieces.Any(piece => piece is Piece.Days { Except: false });

    private static bool IsWeekly(Message message) => message.Scan.Pieces.Any(piece => piece is Piece.Days { Weekly: true });

    private static bool IsQuestion(Message message)
    {
        var first = message.Scan.Rest.IsEmpty ? string.Empty : message.Scan.Rest[0].Text;
        return (first is "is" or "are" or "should" or "do") && message.IsAsked;
    }

    // "change my reminder", "make it later", "how do i move a reminder": which, and to when?
    private static Meaning? Unnamed(Message message, bool shifted)
    {
        var thing = message.SaysAny("reminder", "reminders", "schedule", "time", "times", "it", "nudge", "when you remind me", "nudges",
            "walk", "walks",
            "one", "them", "when you remind");
        return thing && !message.SaysAny("no", "not") && (!shifted || message.SaysAny("make", "move", "push", "shift", "it", "put",
            "bring", "be"))
            && !(message.SaysAny("walk", "walking", "walks") && !message.SaysAny("my", "the"))
            ? Meanings.Asking(Intents.ChangeTime, Asks.Times, Slots.None) : null;
    }
}
