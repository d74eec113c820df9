using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// A wish for a reminder, by its words ("remind me ...") or by being nothing but a schedule ("mon wed fri 10:30, Berlin").
/// </summary>
internal sealed class ReminderStage : IStage
{
    private static readonly FrozenSet<string> Changes =
        Vocabulary.Set("change move shift edit update reschedule delete remove cancel clear adjust drop swap");

    private static readonly FrozenSet<string> Ends = Vocabulary.Set("until till til");

    private static readonly FrozenSet<string> Shows = Vocabulary.Set("what which when show list see view");

    private static readonly FrozenSet<string> Asking = Vocabulary.Set("how do does are is did should why");

    // "alert" and "prompt" are said of other things too.
    private static readonly FrozenSet<string> Reminding =
        Vocabulary.Set("remind reminds reminded reminder reminders reminding nudge nudges ping notify alarm");

    private static readonly FrozenSet<string> Kinds = Vocabulary.Set("gentle short quick brisk little easy slow");

    // Wishes without the word: as people say it, and as those whose first language has one word for "remind" and "remember" do.
    private static readonly string[] Wishes =
    [
        "remember me", "tell me to walk", "tell me to go", "wake me for a walk", "plan a walk", "plan my walk", "book a walk",
        "i want to walk at", "i want to walk every", "i would like to walk at", "i would like to walk every", "i want to go for a walk at",
        "let us walk at", "let us do", "let us say", "how about", "what about", "get me walking at", "get me to walk at", "set one",
        "add one", "another at", "another one at",
        "set it", "works for me", "would be good", "would be great", "would suit me", "suits me",
    ];

    public Meaning? Try(Message message)
    {
        var rest = message.Scan.Rest;
        return rest.Any(token => Vocabulary.Triggers.Contains(token.Text)) ? Asked(message)
            : Counted(message) ?? Wished(message) ?? Bare(message);
    }

    // Only with a time, and nothing but a walk and a schedule around it.
    private static Meaning? Wished(Message message)
    {
        var told = Told.Of(message);
        var timed = told.Scan.Pieces.Any(piece => piece is Piece.Clock { At.Hour: >= 0 } or Piece.Interval or Piece.Span { FromNow: true });
        var strange = told.Scan.Rest.Any(token => !Vocabulary.Walks.Contains(token.Text) && !Vocabulary.Fillers.Contains(token.Text)
            && token.Text is not ("remember" or "tell" or "wake" or "plan" or "book" or "works" or "suit" or "suits" or "what" or "say"));
        var wished = Wishes.Any(wish => message.Words.Contains(wish, StringComparison.Ordinal))
            || told.Scan.Rest is [{ Text: "add" }, ..] or [.., { Text: "add" }];
        return timed && !strange && wished ? Read(message, Slots.None) : null;
    }

    private static Meaning? Asked(Message message)
    {
        var rest = message.Scan.Rest;
        var first = rest[0].Text;
        if (message.Words.Contains("how many", StringComparison.Ordinal))
        {
            return Meanings.Sure(Intents.Help);
        }

        if (first is "do" or "have" && rest.Any(token => token.Text is "have" or "got"))
        {
            return Meanings.Sure(Intents.ShowSchedule);
        }

        if (message.Words.StartsWith("what if ", StringComparison.Ordinal))
        {
            return Meanings.NotOurs;
        }

        if (first is "did" or "why")
        {
            return Meanings.Sure(Intents.Status);
        }

        var leads = message.Scan.Pieces.IsEmpty || rest[0].Start < message.Tokens[message.Scan.Pieces[0].Start].Start;
        if (leads && Shows.Contains(first) && !rest.Any(token => token.Text is "set" or "add"))
        {
            return Meanings.Sure(Intents.ShowSchedule);
        }

        if (Told.Of(message).Scan.Rest.Any(token => Changes.Contains(token.Text)) && !rest.Any(token => token.Text is "remind"))
        {
            return Meanings.Asking(Intents.ChangeTime, Asks.Times, Slots.None);
        }

        if (Asking.Contains(first) && !rest.Any(token => token.Text is "set" or "add" or "create" or "make" or "schedule")
            && message.Scan.Pieces.IsEmpty)
        {
            return first is "why" or "is" or "are" or "did" ? Meanings.Sure(Intents.Status) : Meanings.Sure(Intents.Help);
        }

        // "don't remind me at 9", "never on mondays": what is refused is not set.
        if (IsRefused(message))
        {
            return Meanings.Asking(Intents.ChangeTime, Asks.Times, Slots.None);
        }

        var meaning = Read(message, Slots.None);

        // What ends is not named by a piece when its end is none: "until the baby comes".
        var ends = Told.Of(message).Scan.Rest.Any(token => Ends.Contains(token.Text));
        return IsAboutWalking(message, ends) ? meaning
            : rest.All(token => !Reminding.Contains(token.Text)) ? Meanings.NotOurs
            : Meanings.NotAWalk(meaning is { Ask: null, Error: null } ? meaning.Slots : Slots.None);
    }

    /// <summary>
    /// The schedule of a wish, without the story around it. Every number and every word of time must have found its place, or is asked
    /// about.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="kept">What was said before.</param>
    public static Meaning Read(Message message, Slots kept)
    {
        var told = Told.Of(message);
        var rest = told.Scan.Rest;
        var ends = rest.Any(token => Ends.Contains(token.Text));
        var gathered = Gathered.From(told.Scan);
        var left = Leftover.In(told.Scan, gathered);
        var wish = message with { Scan = told.Scan };
        return Assembly.Of(gathered with { Ends = gathered.Ends || ends }, kept, wish, told.Ask ?? (left ? Asks.Times : null));
    }

    // Within the same sentence, and near.
    private static bool IsRefused(Message message)
    {
        var rest = message.Scan.Rest;
        var asked = rest.IndexOf(rest.First(token => Vocabulary.Triggers.Contains(token.Text)));
        var sentence = message.Tokens.LastOrDefault(token => token.Start < rest[asked].Start
            && (token.IsMark('.') || token.IsMark('!'))).Start;
        return rest[Math.Max(0, asked - 3)..asked].Where(token => token.Start >= sentence)
            .Any(token => token.Text is "not" or "never" or "no" or "stop" or "without");
    }

    // What comes before "remind me" is a story; before "reminder" it can be what the reminder is for.
    private static IEnumerable<Token> Subject(Message message)
    {
        var rest = message.Scan.Rest;
        var verb = rest.LastOrDefault(token => token.Text is "remind" or "nudge" or "ping" or "notify" or "poke" or "nag");
        return verb.Text is null ? rest : rest.Where(token => token.Start > verb.Start).DefaultIfEmpty(verb);
    }

    // Nothing named means a walk. A thing named before any word for walking is what the reminder would be for.
    private static bool IsAboutWalking(Message message, bool ends)
    {
        foreach (var token in Subject(message))
        {
            // What an end is called is no thing to be reminded of.
            if (ends && Ends.Contains(token.Text))
            {
                return true;
            }

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
        var walk = message.Scan.Rest.Any(token => Vocabulary.Walks.Contains(token.Text));
        var strange = message.Scan.Rest.Any(token => !Vocabulary.Joints.Contains(token.Text) && !Vocabulary.Walks.Contains(token.Text)
            && !(walk && Kinds.Contains(token.Text)) && !(token.Text == "hour" && gathered.EveryMinutes is not null)
            && token.Text is not ("only" or "just" or "once"));
        var bare =
            message.Scan.Pieces.Where(piece =>
            piece is Piece.Clock or Piece.Span or Piece.Zone or Piece.Part or Piece.Date or Piece.Rhythm);
        // "two walking today": a number of walks, and no hour.
        var tokens = message.Tokens;
        strange |= message.Scan.Pieces.Any(piece => piece is Piece.Clock { Bare: not null } && piece.End < tokens.Length
            && Vocabulary.Walks.Contains(tokens[piece.End].Text) && !message.Scan.FollowsA(piece, "at") && piece.Start == 0);
        if (strange || gathered.IsEmpty && message.Scan.Fault is null)
        {
            return null;
        }

        // A lone number, length, date or part of a day is no wish; a fault alone is one only beside words of a schedule.
        var names = gathered.Times.Count > 0 && !(message.Scan.Pieces is [Piece.Clock { Bare: not null }] && message.Scan.Rest.IsEmpty)
            || gathered.EveryMinutes is not null || gathered.Weekly
            || (message.Scan.Fault is { } fault && (fault.Code != Faults.UnknownZone || !gathered.IsEmpty));
        return names && (bare.Any() || gathered.Weekly || gathered.EveryMinutes is not null || message.Scan.Fault is not null)
            ? Assembly.Of(gathered, Slots.None, message, Leftover.In(message.Scan, gathered) ? Asks.Times : null)
            : null;
    }

    // "give me 2 walks a day": how often, and not yet when.
    private static Meaning? Counted(Message message) =>
        message.Words.StartsWith("give me ", StringComparison.Ordinal)
            && message.Amounts.Pieces is [Piece.Amount { Of: Measure.Walks }, Piece.Per { Unit: var unit }]
            ? Meanings.Asking(Intents.SetReminder, unit == "day" ? Asks.Times : Asks.Days, Slots.None) : null;

    private static bool IsNumber(Token token) => token.Text != "one" && Numbers.Whole(new Reader([token], default), 0).Length > 0;
}
