using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Context;

/// <summary>
/// "What about my core", "and for stress?": without its lead-in it is a question as short as it can be. What is not ours stays so: "what
/// about shoes" is no question about walking because one came before it.
/// </summary>
/// <param name="staged">All stages, for what is left of the words.</param>
internal sealed partial class FollowUpStage(Func<Message, Meaning> staged) : IStage
{
    private const int MostWords = 8;

    public Meaning? Try(Message message)
    {
        var lead = Lead().Match(message.Words);
        var rest = lead.Success ? message.Words[lead.Length..] : "";
        rest = Trail().Replace(rest, "");
        if (rest.Length == 0 || rest.Split(' ').Length > MostWords)
        {
            return null;
        }

        var said = Message.Read(rest, message.Now, message.Zone, message.Talk);
        if (message.Talk?.LastLabel == Intents.Progress && IsOfTime(said))
        {
            return staged(Message.Read($"how much did i walk {rest}", message.Now, message.Zone, message.Talk));
        }

        return staged(said);
    }

    // "And yesterday?", "what about last week?", after how far somebody had walked.
    private static bool IsOfTime(Message said) => said.Scan.Pieces.Any(piece => piece is Piece.Date or Piece.Days) && said.Scan.Rest.IsEmpty
        || said.SaysAny("last week", "this week", "last month", "this month", "today", "yesterday");

    [GeneratedRegex(
        @"^(?:(?:ok|okay|so|and|but|also|hm|hmm|oh|right|cool|great|then|plus|well)\s)*"
            + @"(?:(?:what|how) about|what of|(?:is )?(?:it|that|this) (?:the )?same (?:for|with)|same (?:for|with)"
            + @"|does (?:that|it) (?:go|count) for|and|but|also|plus)\s(?:(?:for|with|about|to|on|in)\s)?(?:(?:the|my|a|an|our|your)\s)?",
        RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s(?:too|then|as well|also|though|please)$", RegexOptions.NonBacktracking)]
    private static partial Regex Trail();
}
