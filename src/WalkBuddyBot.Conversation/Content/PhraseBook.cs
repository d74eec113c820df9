using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>The phrases of all languages.</summary>
internal sealed class PhraseBook
{
    private const string English = "en";
    private readonly Dictionary<string, Dictionary<string, PhrasePattern>> _byLanguage = new(StringComparer.OrdinalIgnoreCase);

    public PhraseBook(ImmutableArray<PhraseDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            var phrases = _byLanguage.TryGetValue(draft.Language, out var known) ? known : _byLanguage[draft.Language] = new(StringComparer.Ordinal);
            phrases.Add(draft.Key, PhrasePattern.Read(draft.Words.Written, out _)!);
        }
    }

    public string Say(string key, string language, ReadOnlySpan<(string Name, object Value)> values)
    {
        var pattern = Find(key, language) ?? throw new ArgumentException($"There is no phrase \"{key}\".", nameof(key));
        var said = new StringBuilder();
        foreach (var part in pattern.Parts)
        {
            said.Append(part.IsPlace ? ValueOf(part.Words, key, values) : part.Words);
        }

        return said.ToString();
    }

    /// <summary>"pt-BR" before "pt" before English.</summary>
    private PhrasePattern? Find(string key, string language)
    {
        for (var tag = language; tag.Length > 0; tag = tag[..Math.Max(tag.LastIndexOf('-'), 0)])
        {
            if (_byLanguage.TryGetValue(tag, out var phrases) && phrases.TryGetValue(key, out var pattern))
            {
                return pattern;
            }
        }

        return _byLanguage.TryGetValue(English, out var english) ? english.GetValueOrDefault(key) : null;
    }

    private static string ValueOf(string place, string key, ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == place)
            {
                return Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
            }
        }

        throw new ArgumentException($"The phrase \"{key}\" needs a value for {{{place}}}, and none was given.", nameof(values));
    }
}
