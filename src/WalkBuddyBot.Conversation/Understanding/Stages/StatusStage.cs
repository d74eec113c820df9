using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"are my reminders on?", "why did you stop", "when will you remind me next", "can you show me my reminders".</summary>
internal sealed class StatusStage : IStage
{
    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        are is am my the your you it they i reminder reminders reminding remind nudge nudges nudging me still now on off active working paused
        stopped running set up enabled going why did do have has not stop stopped pause get got any a no when will what time next one walk
        coming due to be can could please show list see view tell send sent that there anything something wrong with schedule scheduled all
        which hey hi then for reminded nudged quiet silent want would like know have time again does come coming comes currently at moment today in it's
        """);

    public Meaning? Try(Message message)
    {
        var rest = message.Scan.Rest;
        if (rest.IsEmpty || rest.Any(token => !Around.Contains(token.Text))
            || message.Scan.Pieces.Any(piece => piece is not (Piece.Date or Piece.Days or Piece.Clock)))
        {
            return null;
        }

        var named = rest.Any(token => token.Text is "reminders" or "reminder" or "nudges" or "nudge" or "schedule");
        return IsStanding(message, named) ? Meanings.Sure(Intents.Status)
            : IsShown(message, named) ? Meanings.Sure(Intents.ShowSchedule)
            : null;
    }

    private static bool IsStanding(Message message, bool named)
    {
        var first = message.Scan.Rest[0].Text;
        var ours = named || message.SaysAny("you", "it", "they", "i");
        var state = message.SaysAny("on", "off", "active", "working", "paused", "stopped", "running", "enabled", "going", "still", "going to remind");
        return (first is "are" or "is" or "am" && ours && state && message.Scan.Pieces.All(piece => piece is Piece.Date))
            || (first == "why" && message.SaysAny(
                "did you stop", "have you stopped", "did you not", "have you not", "are you not", "do you not", "did i not get", "no reminder",
                "no reminders", "are you quiet", "are you silent", "did you pause", "are my reminders", "are reminders", "are you paused",
                "am i not getting", "have i not", "was there no", "did my reminders", "did the reminders", "no nudge"))
            || (message.Says("when") && message.Says("next"))
            || (message.Says("what time") && message.Says("next"))
            || (message.Says("next") && message.SaysAny("what is", "show", "tell", "see") && named);
    }

    private static bool IsShown(Message message, bool named) =>
        named && (message.SaysAny("show", "list", "see", "view", "tell me")
            || (message.SaysAny("what", "which", "when") && message.SaysAny("do i have", "have i", "did i set", "are my", "are set", "is my", "i have")));
}
