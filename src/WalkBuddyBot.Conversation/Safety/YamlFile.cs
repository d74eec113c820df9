namespace WalkBuddyBot.Conversation.Safety;

/// <summary>One of the safety files as entries that know their line.</summary>
internal sealed class YamlFile
{
    private readonly Action<string, int, string> _mistake;

    private YamlFile(string name, YamlNode root, Action<string, int, string> mistake) => (Name, Root, _mistake) = (name, root, mistake);

    public string Name { get; }

    public YamlNode Root { get; }

    public static YamlFile Read(string folder, string name, Action<string, int, string> mistake)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(folder, "safety", name));
            return new(name, new YamlReader(lines, (line, what) => mistake(name, line, what)).Read(), mistake);
        }
        catch (IOException)
        {
            mistake(name, 1, "is missing or cannot be read");
            return new(name, YamlNode.Nothing, mistake);
        }
    }

    public void Mistake(YamlNode at, string what) => _mistake(Name, at.Line, what);

    public IReadOnlyList<(string Key, YamlNode Node)> Entries(string section)
    {
        if (Root[section] is { IsMap: true } map)
        {
            return map.Entries;
        }

        _mistake(Name, 1, $"has no section \"{section}\"");
        return [];
    }

    public static string Text(YamlNode node) => node.Text?.Trim() ?? "";

    public static string? Text(YamlNode map, string key) => map[key] is { } node ? Text(node) : null;

    /// <summary>Phrases between commas.</summary>
    public static string[] Phrases(YamlNode node) =>
        Text(node).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
