using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Safety;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>The safety lists and replies can be read, refer to each other, and keep their own limits.</summary>
internal sealed class SafetyCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder) =>
        SafetyContentCheck.Check(folder.Path).Select(mistake => new ContentMistake(folder.Missing(mistake.File), mistake.Line, mistake.What));
}
