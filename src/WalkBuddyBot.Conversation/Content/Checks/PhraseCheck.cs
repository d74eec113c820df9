using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>A phrase has one home, its places can be read, and a translation has no key or place that English lacks.</summary>
internal sealed partial class PhraseCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var homes = new Dictionary<(string Language, string Key), PhraseDraft>();
        var english = folder.Phrases.Where(phrase => phrase.Language == "en").DistinctBy(phrase => phrase.Key)
            .ToDictionary(phrase => phrase.Key, StringComparer.Ordinal);
        foreach (var phrase in folder.Phrases)
        {
            if (!homes.TryAdd((phrase.Language, phrase.Key), phrase))
            {
                var home = homes[(phrase.Language, phrase.Key)];
                yield return phrase.File.Mistake(phrase.Line, $"the key \"{phrase.Key}\" is taken in {home.File.Name}, line {home.Line}");
            }

            if (!Language().IsMatch(phrase.Language))
            {
                yield return phrase.File.Mistake(1, $"\"{phrase.Language}\" is no language; a folder of phrases is named like en or pt-BR");
            }

            var pattern = PhrasePattern.Read(phrase.Words.Written, out var wrongAt);
            if (pattern is null)
            {
                yield return phrase.File.Mistake(
                    phrase.Words.LineAt(wrongAt), $"\"{phrase.Key}\" has a brace that is no place; a place is {{name}}");
                continue;
            }

            if (!english.TryGetValue(phrase.Key, out var original))
            {
                yield return phrase.File.Mistake(phrase.Line, $"the key \"{phrase.Key}\" is not in English");
                continue;
            }

            // The program fills the places it knows; it was built with these.
            var shipped = OriginalPhrases.Find(phrase.Key) ?? original;
            var places = PhrasePattern.Read(shipped.Words.Written, out _)?.Places ?? pattern.Places;
            foreach (var place in pattern.Places.Except(places))
            {
                yield return phrase.File.Mistake(
                    phrase.Line, $"the place {{{place}}} is not in the English \"{phrase.Key}\"; nobody fills it");
            }
        }
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Language();
}
