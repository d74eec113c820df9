using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>The English phrases as the program was built with them: what it says, and the places that it fills.</summary>
internal static class OriginalPhrases
{
    private const string Folder = "phrases/en/";
    private static readonly Lazy<ImmutableDictionary<string, PhraseDraft>> Read = new(() =>
        Names().SelectMany(name => ListReader.ReadPhrases(FileOf(name), [])).ToImmutableDictionary(phrase => phrase.Key, StringComparer.Ordinal));

    public static IEnumerable<PhraseDraft> All => Read.Value.Values;

    public static PhraseDraft? Find(string key) => Read.Value.GetValueOrDefault(key);

    private static IEnumerable<string> Names() =>
        typeof(OriginalPhrases).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal));

    private static ContentFile FileOf(string name)
    {
        using var reader = new StreamReader(typeof(OriginalPhrases).Assembly.GetManifestResourceStream(name)!);
        return new ContentFile(name, name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
