using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Safety;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>The safety lists and replies can be read, refer to each other, and keep their own limits.</summary>
internal sealed class SafetyCheck : IContentCheck
{
    // A folder with nothing in it is one mistake, which another check names.
    public IEnumerable<ContentMistake> Check(ContentFolder folder) => folder.Files.IsEmpty
        ? []
        : SafetyContentCheck.Check(folder.Path).Select(mistake => new ContentMistake(folder.Missing(mistake.File), mistake.Line, mistake.What));
}
