using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>
/// "skip tomorrow", "not on friday", "I can't walk on the 14th", "day off tomorrow". One reminder of several on a day cannot be left out
/// alone, and is left to the stages that say so.
/// </summary>
internal sealed class SkipStage : IStage
{
    /// <summary>The coming Saturday and Sunday as the value of <see cref="Slots.Which"/>.</summary>
    public const string Weekend = "weekend";

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        skip not no my the a walk walks reminder reminders nudge nudges for please i will can do remind me on am busy have to let us
        leave out
        walking is be we you could would like want off day rest miss give it cancel drop just one this time able make sorry hey hi ok okay
        unfortunately think that going too working yes thanks send any of week
        """);

    private static readonly FrozenSet<string> Said = Vocabulary.Set("skip not no busy miss cancel drop");

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        var said = scan.Rest.Any(token => Said.Contains(token.Text))
            || message.SaysAny("day off", "rest day", "leave out", "i am off", "not on", "not this");
        if (said && scan.Pieces.IsEmpty && message.SaysAny("this weekend", "the weekend")
            && scan.Rest.All(token => token.Text is "weekend" || Around.Contains(token.Text)))
        {
            return Meanings.Sure(Intents.Skip, new Slots { Which = Weekend });
        }

        if (!said || scan.Rest.Any(token => !Around.Contains(token.Text)) || (message.Says("make it") && !message.Says("not")))
        {
            return null;
        }

        if (scan.Pieces.Length == 1 && scan.Fault is { } fault)
        {
            return message.SaysAny("skip", "miss", "no walk") ? Meanings.Refused(Intents.Skip, fault, Slots.None) : null;
        }

        // "cancel friday" takes fridays away; "cancel tomorrow" is a day.
        var today = message.LocalNow.Date;
        var taken = message.SaysAny("cancel", "drop");
        return scan.Pieces switch
        {
            [Piece.Clock { At.Hour: >= 0 } clock] when message.Says("skip") => At(clock),
            [Piece.Date { Open: false } date] => On(date.On, today, message),
            [Piece.Days { Weekly: false, Of.Count: 1 } day] when !taken => On(today.PlusDays(-1).Next(day.Of[0]), today, message),
            _ => null,
        };
    }

    /// <summary>The one at a time.</summary>
    internal static Meaning At(Piece.Clock clock)
    {
        var (times, open) = ClockResolver.Resolve([new Said(clock.At, null)], working: true, after: null);
        return Meanings.Sure(Intents.Skip, new Slots { FromTime = times[0], Open = open });
    }

    /// <summary>Those of a day.</summary>
    internal static Meaning On(LocalDate date, LocalDate today, Message message) =>
        date < today
            ? Meanings.Refused(Intents.Skip, new Fault(Faults.Past, message.Scan.WordsOf(message.Scan.Pieces[0])), Slots.None)
            : Meanings.Sure(Intents.Skip, new Slots { Which = CommandStage.Which(date, today) });
}
