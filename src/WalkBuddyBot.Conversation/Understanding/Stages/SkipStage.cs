using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"skip tomorrow", "not on friday", "skip my walk on the 14th".</summary>
internal sealed class SkipStage : IStage
{
    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        skip not no my the a walk walks reminder reminders nudge for please i will can do remind me on am busy have to let us leave out
        walking
        is
        """);

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        if (scan.Rest.Any(token => !Around.Contains(token.Text))
            || !scan.Rest.Any(token => token.Text is "skip" or "not" or "no" or "busy"))
        {
            return null;
        }

        if (scan.Pieces.Length == 1 && scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.Skip, fault, Slots.None);
        }

        var today = message.LocalNow.Date;
        return scan.Pieces switch
        {
            [Piece.Date { Open: false } date] when date.On >= today =>
                Meanings.Sure(Intents.Skip, new Slots { Which = CommandStage.Which(date.On, today) }),
            [Piece.Days { Weekly: false, Of.Count: 1 } day] =>
                Meanings.Sure(Intents.Skip, new Slots { Which = CommandStage.Which(today.PlusDays(-1).Next(day.Of[0]), today) }),
            _ => null,
        };
    }
}
