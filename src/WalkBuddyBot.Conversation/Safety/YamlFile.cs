using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>One of the safety files as nodes that know their line.</summary>
internal sealed class YamlFile
{
    private readonly Action<string, int, string> _mistake;

    private YamlFile(string name, YamlMappingNode root, Action<string, int, string> mistake) => (Name, Root, _mistake) = (name, root, mistake);

    public string Name { get; }

    public YamlMappingNode Root { get; }

    public static YamlFile Read(string folder, string name, Action<string, int, string> mistake)
    {
        var path = Path.Combine(folder, "safety", name);
        try
        {
            using var reader = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root)
            {
                return new(name, root, mistake);
            }

            mistake(name, 1, "must hold one list of named entries");
        }
        catch (YamlException broken)
        {
            mistake(name, (int)broken.Start.Line, $"is not YAML: {broken.Message}");
        }
        catch (IOException)
        {
            mistake(name, 1, "is missing or cannot be read");
        }

        return new(name, [], mistake);
    }

    public void Mistake(YamlNode at, string what) => _mistake(Name, (int)at.Start.Line, what);

    public IEnumerable<(string Key, YamlNode Node)> Entries(string section)
    {
        if (Root.Children.TryGetValue(section, out var node) && node is YamlMappingNode map)
        {
            return Entries(map);
        }

        _mistake(Name, 1, $"has no section \"{section}\"");
        return [];
    }

    public static IEnumerable<(string Key, YamlNode Node)> Entries(YamlMappingNode map) =>
        map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value));

    public static string Text(YamlNode node) => (node as YamlScalarNode)?.Value?.Trim() ?? "";

    public static string? Text(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) ? Text(node) : null;

    public static IEnumerable<YamlNode> Items(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var node) && node is YamlSequenceNode list ? list.Children : [];

    /// <summary>Phrases between commas.</summary>
    public static IEnumerable<string> Phrases(YamlNode node) =>
        Text(node).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
