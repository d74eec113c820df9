using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// The answer to the question that was asked, if it is one; a message with other words in it is left to the stages that follow.
/// </summary>
internal sealed class PendingStage : IStage
{
    private static readonly FrozenSet<string> Pauses = Vocabulary.Set("until till til pause just from now");

    private static readonly FrozenSet<string> Dropping = new[]
    {
        "forget that", "forget it", "forget about it", "forget about that", "scrap that", "scratch that", "never mind", "nevermind",
        "wait no", "no wait", "cancel that", "cancel it",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Agreeing =
        Vocabulary.Set("yes yeah yep sure ok okay please do delete erase remove set it all that everything my data go ahead i am");

    // Said to an offer these are a yes or a no; elsewhere they are something else, or nothing.
    private static readonly FrozenSet<string> Takes = new[]
    {
        "why not", "go for it", "go on then", "go on", "sure thing", "sounds great", "i would like that", "i would love that", "i would love to",
        "that works", "works for me", "that would be great", "that would be nice", "good idea", "aye", "ya", "yea", "definitely", "certainly", "by all means", "let us do it", "let us do that", "that is fine", "i do",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Leaves = new[]
    {
        "not now", "not today", "maybe later", "later", "nah thanks", "no ta", "i would rather not", "no need", "not needed", "leave it",
        "leave that", "no do not", "not really", "i am good", "no i am good", "no it is fine", "do not bother", "no leave it",
    }.ToFrozenSet();

    // To "that one is noted already" they say that it was heard, and not that there was another walk.
    private static readonly FrozenSet<string> Heard =
        Vocabulary.Set("ok okay k fine right correct exactly cool great good");

    public Meaning? Try(Message message)
    {
        if (message.Talk?.Question is not { } question)
        {
            return null;
        }

        // What is still only asked about is left; nothing that was done before is taken back.
        if (Dropping.Contains(Courtesy.Strip(message.Words)))
        {
            return Meanings.Sure(Intents.No);
        }

        var kept = KeptSlots.Read(message.Talk.Slots);
        if (question == Questions.ChangeWhich)
        {
            // "the 9am reminder" is an answer, too.
            return message.Says("remind me") ? null : WhichAnswer.Of(message, kept);
        }

        if (message.Scan.Rest.Any(token => Vocabulary.Triggers.Contains(token.Text)))
        {
            return null;
        }

        if (Open(message, question, kept) is { } settled)
        {
            return settled;
        }

        return question switch
        {
            Questions.Goal => GoalStage.Answer(message, kept),
            Questions.Quiet => QuietStage.Answer(message, kept),
            Questions.Feedback => Opinion(message),
            Questions.Times or Questions.Days when IsChange(message, kept) => ChangeStage.Answer(message, kept),
            Questions.YesNo => YesNo(message),
            Questions.HalfOfDay when !kept.PerDay.IsEmpty => Half(message, kept) ?? PerDays.Named(message, kept),
            Questions.HalfOfDay => Half(message, kept)
                ?? When(message, kept with { Open = [], Times = kept.Open.IsEmpty ? kept.Times : [] }),
            Questions.Times or Questions.Days => When(message, kept),
            Questions.Zone => Zone(message, kept),
            Questions.PauseUntil => Pause(message),
            Questions.Minutes => Length(message, kept),
            _ => null,
        };
    }

    // "am" and "pm", where it is no new reminder that is talked of.
    private static Meaning? Open(Message message, string question, Slots kept)
    {
        var quiet = message.Talk!.Dialog == Intents.QuietHours || kept.About == "fence";
        var change = IsChange(message, kept);
        if (question != Questions.HalfOfDay || !(quiet || change))
        {
            return null;
        }

        if (Late(message) is { } late)
        {
            return quiet ? QuietStage.Half(kept, late) : Change.Half(kept, late);
        }

        return quiet ? QuietStage.Answer(message, kept with { From = null, To = null, Open = [] })
            : ChangeStage.Answer(message, Change.Settled(kept));
    }

    private static bool IsChange(Message message, Slots kept) =>
        message.Talk!.Dialog == Intents.ChangeTime || kept.FromTime is not null || kept.ToTime is not null || kept.FromDay is not null
        || !kept.RemoveTimes.IsEmpty || kept.ShiftMinutes is not null;

    // Praise is a thank-you elsewhere; asked for an opinion, it is one.
    private static Meaning? Opinion(Message message) =>
        Phrases.Label(message.Words) is Intents.Thanks ? Meanings.Sure(Intents.Feedback, new Slots { Opinion = "good" }) : null;

    private static Meaning? YesNo(Message message)
    {
        var bare = Courtesy.Strip(message.Words);
        if (Takes.Contains(bare) || Takes.Contains(message.Words))
        {
            return Meanings.Sure(Intents.Yes);
        }

        var heard = message.Talk!.Dialog == Intents.LogWalk && Heard.Contains(bare);
        if (heard || Leaves.Contains(bare) || Leaves.Contains(message.Words))
        {
            return Meanings.Sure(Intents.No);
        }

        var label = Phrases.Label(message.Words) ?? Phrases.Label(bare);
        var agreed = message.Words.Split(' ') is ["yes" or "yeah" or "yep" or "sure", ..] said && said.All(Agreeing.Contains)
            && message.Scan.Pieces.IsEmpty;
        return label is Intents.Yes or Intents.No ? Meanings.Sure(label) : agreed ? Meanings.Sure(Intents.Yes) : null;
    }

    // "a week", "friday", "until monday": what would stand after "pause".
    private static Meaning? Pause(Message message)
    {
        var scan = message.Scan;
        var strange = scan.Rest.Any(token => !Vocabulary.Joints.Contains(token.Text) && !Pauses.Contains(token.Text));
        return strange || scan.Pieces.IsEmpty ? null : PauseStage.Until(message, answer: true);
    }

    private static Meaning? Length(Message message, Slots kept)
    {
        var (scan, said) = (message.Scan, message.Scan.Pieces);
        if (said.Length != 1 || scan.Rest.Any(token => !Vocabulary.Joints.Contains(token.Text) && !Vocabulary.Fillers.Contains(token.Text)))
        {
            return null;
        }

        return said[0] switch
        {
            Piece.Span { FromNow: false, WholeDays: 0 } span => Meanings.Sure(Intents.LogWalk, kept with { Minutes = span.Minutes }),
            Piece.Clock { Bare: > 0 and <= LogWalkStage.MostMinutes and var minutes } =>
                Meanings.Sure(Intents.LogWalk, kept with { Minutes = minutes }),
            Piece.Clock { Bare: not null } or Piece.Bad { Code: Faults.BadInterval } =>
                Meanings.Refused(Intents.LogWalk, new Fault(Faults.BadInterval, scan.WordsOf(said[0])), kept),
            _ => null,
        };
    }

    private static Meaning? Half(Message message, Slots kept)
    {
        if (kept.Open.IsEmpty && kept.Times.IsEmpty || Late(message) is not { } late)
        {
            return null;
        }

        var open = kept.Open.IsEmpty ? kept.Times : kept.Open;
        ImmutableArray<LocalTime> times =
            [.. kept.Times.Select(time => late && open.Contains(time) ? time.PlusHours(12) : time).Distinct().Order()];
        var whole = kept with { Times = times, Open = [], PerDay = PerDays.InHalf(kept, time => late && open.Contains(time)) };
        var slots = whole.Date is { } date && times.Length == 1 ? whole with { Date = null, Times = [], Once = date.At(times[0]) } : whole;
        return slots.Once <= message.LocalNow
            ? Meanings.Refused(Intents.SetReminder, new Fault(Faults.Past, message.Folded.Trim()), slots)
            : slots.Zone is null && message.Zone is null ? Meanings.Asking(Intents.SetReminder, Asks.Zone, slots)
            : Meanings.Sure(Intents.SetReminder, slots);
    }

    private static bool? Late(Message message)
    {
        bool? late = null;
        var words = message.Tokens.Where(token => token.Kind != TokenKind.Mark).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Text;
            var found = word switch
            {
                "am" or "morning" or "mornings" => false,
                "pm" or "afternoon" or "evening" or "night" or "evenings" => true,
                "a" when i + 1 < words.Count && words[i + 1].Text == "m" => false,
                "p" when i + 1 < words.Count && words[i + 1].Text == "m" => true,
                _ => (bool?)null,
            };
            var idle = word is "m" or "a" or "p" || Vocabulary.Joints.Contains(word) || Vocabulary.Fillers.Contains(word);
            if ((found is null && !idle) || (found is not null && late is not null && found != late))
            {
                return null;
            }

            late ??= found;
        }

        return late;
    }

    private static Meaning? When(Message message, Slots kept)
    {
        var gathered = Gathered.From(message.Scan);
        var strange = message.Scan.Rest.Any(token => !Vocabulary.Joints.Contains(token.Text) && !Vocabulary.Fillers.Contains(token.Text)
            && !Vocabulary.Walks.Contains(token.Text));
        return strange || (gathered.IsEmpty && message.Scan.Fault is null && gathered.Unlikely is null)
            ? null
            : Assembly.Of(gathered, kept, message, ask: null);
    }

    private static Meaning? Zone(Message message, Slots kept)
    {
        var label = kept == Slots.None || message.Talk!.Slots.IsEmpty ? Intents.TimeZone : Intents.SetReminder;
        if (ZoneStage.Named(message) is { } zone)
        {
            return Meanings.Sure(label, kept with { Zone = zone });
        }

        return message.Scan.Fault is { Code: Faults.UnknownZone } fault ? Meanings.Refused(label, fault, kept) : null;
    }
}
