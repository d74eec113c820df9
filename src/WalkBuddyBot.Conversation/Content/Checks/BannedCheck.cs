using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>No text that people see promises, diagnoses or repeats what the article overstates.</summary>
internal sealed class BannedCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder) =>
        from text in SeenText.Of(folder)
        from phrase in folder.Banned
        where text.IsTip || !phrase.TipsOnly
        let found = phrase.Find(text.Words.Text)
        where found is not null
        select text.File.Mistake(text.Words.LineAt(found.Value.At),
            $"\"{found.Value.Said}\" may not be said: {phrase.Why}; instead: {phrase.Instead}");
}
