using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>
/// The examples can be read, none stands twice, and every label has enough of them. A folder without any is one that nothing is to be
/// learnt from.
/// </summary>
internal sealed class UtteranceCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        if (!folder.Files.Any(UtteranceReader.IsUtterances))
        {
            return [];
        }

        var mistakes = new List<ContentMistake>();
        var set = UtteranceReader.Read(folder, mistakes);
        return [.. mistakes, .. UtteranceTwiceCheck.Check(set), .. UtteranceCountCheck.Check(folder, set)];
    }
}
