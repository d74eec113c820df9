using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>One rule that content keeps. Listed in <see cref="ContentChecks"/>.</summary>
internal interface IContentCheck
{
    /// <summary>What breaks the rule, each with file and line.</summary>
    IEnumerable<ContentMistake> Check(ContentFolder folder);
}
