using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>Every file that must be there is there, and there is no topic that nobody knows and no file that nobody reads.</summary>
internal sealed class FilesCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var there = folder.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        if (there.Count == 0)
        {
            return [new ContentMistake(folder.Path, 1, "there are no content files here")];
        }

        return Missing(folder, there).Concat(
            from file in folder.Files
            where ContentFolder.IsTopic(file) && !TopicIds.All.Contains(IdOf(file))
            select file.Mistake(1, $"unknown topic \"{IdOf(file)}\"; the topics are {string.Join(", ", TopicIds.All)}"))
            .Concat(Unread(folder));
    }

    private static IEnumerable<ContentMistake> Missing(ContentFolder folder, HashSet<string> there)
    {
        foreach (var name in TopicIds.All.Select(id => $"topics/{id}.md").Where(name => !there.Contains(name)))
        {
            yield return new ContentMistake(folder.Missing(name), 1, "the topic is missing");
        }

        foreach (var name in new[] { ListReader.Tips, ListReader.Claims, ListReader.Banned }.Where(name => !there.Contains(name)))
        {
            yield return new ContentMistake(folder.Missing(name), 1, "the file is missing");
        }

        if (!there.Any(name => name.StartsWith("phrases/en/", StringComparison.Ordinal)))
        {
            yield return new ContentMistake(folder.Missing("phrases/en"), 1, "there are no English phrases");
        }
    }

    // A file with a slip in its name would be passed over in silence. Folders of other names are not ours to judge.
    private static IEnumerable<ContentMistake> Unread(ContentFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*.yml", SearchOption.AllDirectories))
        {
            yield return new ContentMistake(file, 1, "nobody reads this file; its name must end in .yaml");
        }

        foreach (var file in folder.Files.Where(file => file.Name.Split('/') switch
        {
            [ListReader.Tips or ListReader.Claims or ListReader.Banned] => false,
            [_] => true,
            ["topics", ..] => !(ContentFolder.IsTopic(file) && file.Name.Split('/').Length == 2),
            ["phrases", ..] => !ContentFolder.IsPhrases(file),
            _ => false,
        }))
        {
            yield return file.Mistake(
                1,
                $"nobody reads this file; there are {ListReader.Tips}, {ListReader.Claims}, {ListReader.Banned}, topics/*.md and phrases/<language>/*.yaml");
        }
    }

    private static string IdOf(ContentFile file) => System.IO.Path.GetFileNameWithoutExtension(file.Name);
}
