using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>A change to a reminder that is set: "make it 11", "move my 10:30 to 11", "remove friday", "half an hour later".</summary>
internal sealed class ChangeStage : IStage
{
    private static readonly FrozenSet<string> Verbs = Vocabulary.Set(
        "change move shift reschedule remove delete drop cancel swap push bring turn stop");

    private static readonly string[] Corrections =
        ["actually ", "no wait", "wait ", "sorry ", "oops ", "i meant", "no i meant", "not ", "no not", "i mean", "no actually"];

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        change move shift reschedule remove delete drop cancel swap push bring turn stop meant mean said make it my the this that to at
        from by on for of and off
        later earlier instead forward back please can could you we i want would like me one ones walk walks walking time times day days
        again a
        reminder reminders only no not actually sorry oops hm hmm wait rather
        """);

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        var moved = scan.Rest.Any(token => token.Text is "later" or "earlier");
        var corrected = scan.Pieces.Any(piece => piece is Piece.Clock)
            && Corrections.Any(words => message.Words.StartsWith(words, StringComparison.Ordinal));
        var verb = corrected || scan.Rest.Any(token => Verbs.Contains(token.Text))
            || message.Words.Contains("make it", StringComparison.Ordinal);
        var named = scan.Pieces.Any(piece => piece is not Piece.Zone);
        var strange = scan.Rest.Any(token => !Around.Contains(token.Text)) || scan.Tokens.Any(token => token.IsMark('?') && !verb);
        return verb && (named || moved) && !strange ? Meanings.Sure(Intents.ChangeTime) : null;
    }
}
