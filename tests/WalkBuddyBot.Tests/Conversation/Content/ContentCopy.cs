namespace WalkBuddyBot.Tests.Conversation.Content;

/// <summary>A copy of the shipped content that a test may spoil.</summary>
internal sealed class ContentCopy : IDisposable
{
    public ContentCopy()
    {
        // Examples of what people type are many, and have tests of their own.
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".md" or ".yaml" && !Path.GetRelativePath(Shipped, file).StartsWith("utterances", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static string Shipped { get; } = Path.Combine(Tree.Root, "src", "WalkBuddyBot.Conversation", "Content");

    public string Folder { get; } = Directory.CreateTempSubdirectory("walkbuddy-content-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary>Puts one text for another, which must be there, and answers the line where it was.</summary>
    public int Replace(string name, string was, string becomes)
    {
        var text = File.ReadAllText(PathOf(name));
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} does not hold: {was}");
        File.WriteAllText(PathOf(name), text[..at] + becomes + text[(at + was.Length)..]);
        return 1 + text.AsSpan(0, at).Count('\n');
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
