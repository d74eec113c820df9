using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>Every phrase that the program says is there in English; other languages fall back on it.</summary>
internal sealed class PhrasesThereCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var there = folder.Phrases.Where(phrase => phrase.Language == "en").Select(phrase => phrase.Key).ToHashSet(StringComparer.Ordinal);

        // Where no English can be read at all, that is the mistake, and it is named elsewhere.
        if (there.Count == 0)
        {
            yield break;
        }

        var unreadable = folder.Unread.Select(mistake => mistake.File).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in OriginalPhrases.All.Where(phrase => !there.Contains(phrase.Key)).GroupBy(phrase => phrase.File.Name))
        {
            var file = folder.Files.FirstOrDefault(file => file.Name == missing.Key);
            if (file is null)
            {
                yield return new ContentMistake(
                    folder.Missing(missing.Key), 1, $"the file is missing, and with it \"{missing.Min(phrase => phrase.Key)}\" and others");
            }
            else if (!unreadable.Contains(file.Path))
            {
                foreach (var phrase in missing)
                {
                    yield return file.Mistake(1, $"the phrase \"{phrase.Key}\" is missing; it was: {phrase.Words.Text}");
                }
            }
        }
    }
}
