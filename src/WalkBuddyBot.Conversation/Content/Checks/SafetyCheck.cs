using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Safety.Learning;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>The safety lists, replies and examples can be read, refer to each other, and keep their own limits.</summary>
internal sealed class SafetyCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        // A folder with nothing in it is one mistake, which another check names.
        if (folder.Files.IsEmpty || !Directory.Exists(folder.Path))
        {
            return [];
        }

        var (book, wrong) = BookReader.Read(folder.Path);
        var mistakes = wrong.Select(mistake => new ContentMistake(folder.Missing($"safety/{mistake.File}"), mistake.Line, mistake.What)).ToList();
        if (book is not null)
        {
            SafetyExampleReader.Read(folder.Files, book, mistakes);
        }

        return mistakes;
    }
}
