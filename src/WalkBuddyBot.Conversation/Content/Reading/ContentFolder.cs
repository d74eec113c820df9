using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>All content files, read once and not yet checked.</summary>
internal sealed record ContentFolder
{
    /// <summary>The folder.</summary>
    public required string Path { get; init; }

    /// <summary>Every Markdown and YAML file, in the order of their names.</summary>
    public required ImmutableArray<ContentFile> Files { get; init; }

    public required ImmutableArray<TopicDraft> Topics { get; init; }

    public required ImmutableArray<TipDraft> Tips { get; init; }

    public required ImmutableArray<PhraseDraft> Phrases { get; init; }

    public required ImmutableDictionary<string, ClaimDraft> Claims { get; init; }

    public required ImmutableArray<BannedPhrase> Banned { get; init; }

    /// <summary>What could not be read.</summary>
    public required ImmutableArray<ContentMistake> Unread { get; init; }

    public static ContentFolder Read(string path)
    {
        var mistakes = new List<ContentMistake>();
        var files = Found(path).Select(found => ContentFile.Read(path, found, mistakes)).ToImmutableArray();
        return new ContentFolder
        {
            Path = path,
            Files = files,
            Topics = [.. files.Where(IsTopic).Select(file => TopicReader.Read(file, mistakes)).OfType<TopicDraft>()],
            Tips = [.. files.Where(file => file.Name == ListReader.Tips).SelectMany(file => ListReader.ReadTips(file, mistakes))],
            Phrases = [.. files.Where(IsPhrases).SelectMany(file => ListReader.ReadPhrases(file, mistakes))],
            Claims = ListReader.ReadClaims(files.FirstOrDefault(file => file.Name == ListReader.Claims), mistakes),
            Banned = [.. files.Where(file => file.Name == ListReader.Banned).SelectMany(file => ListReader.ReadBanned(file, mistakes))],
            Unread = [.. mistakes],
        };
    }

    /// <summary>A path inside the folder, for a file that is not there.</summary>
    public string Missing(string name) => System.IO.Path.Combine(Path, name);

    public static bool IsTopic(ContentFile file) =>
        file.Name.StartsWith("topics/", StringComparison.Ordinal) && file.Name.EndsWith(".md", StringComparison.Ordinal);

    public static bool IsPhrases(ContentFile file) =>
        file.Name.StartsWith("phrases/", StringComparison.Ordinal) && file.Name.EndsWith(".yaml", StringComparison.Ordinal);

    private static IEnumerable<string> Found(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => System.IO.Path.GetExtension(file) is ".md" or ".yaml")
                .Order(StringComparer.Ordinal)
            : [];
}
