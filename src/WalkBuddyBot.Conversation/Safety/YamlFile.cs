using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>One of the safety files as entries that know their line.</summary>
internal sealed class YamlFile
{
    private readonly Action<string, int, string> _mistake;

    private YamlFile(string name, Entry root, Action<string, int, string> mistake) => (Name, Root, _mistake) = (name, root, mistake);

    public string Name { get; }

    public Entry Root { get; }

    public static YamlFile Read(string folder, string name, Action<string, int, string> mistake, string inside = "safety")
    {
        try
        {
            using var reader = new StreamReader(Path.Combine(folder, inside, name));
            var yaml = new YamlStream();
            yaml.Load(reader);
            return new(name, yaml.Documents is [var document] ? Read(document.RootNode) : Entry.Nothing, mistake);
        }
        catch (YamlException broken)
        {
            mistake(name, (int)broken.Start.Line, $"cannot be read: {broken.Message}");
        }
        catch (IOException)
        {
            mistake(name, 1, "is missing or cannot be read");
        }

        return new(name, Entry.Nothing, mistake);
    }

    private static Entry Read(YamlNode node) => node switch
    {
        YamlMappingNode map => new(LineOf(node), Text: null, [], [.. map.Children.Select(pair => (Scalar(pair.Key), Read(pair.Value)))]),
        YamlSequenceNode list => new(LineOf(node), Text: null, [.. list.Children.Select(Read)], []),
        _ => new(LineOf(node), Scalar(node), [], []),
    };

    private static int LineOf(YamlNode node) => (int)node.Start.Line;

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    public void Mistake(Entry at, string what) => _mistake(Name, at.Line, what);

    public IReadOnlyList<(string Key, Entry Node)> Entries(string section)
    {
        if (Root[section] is { IsMap: true } map)
        {
            return map.Entries;
        }

        // A file that could not be read was named already.
        if (!ReferenceEquals(Root, Entry.Nothing))
        {
            _mistake(Name, 1, $"has no section \"{section}\"");
        }

        return [];
    }

    public static string Text(Entry node) => node.Text?.Trim() ?? "";

    public static string? Text(Entry map, string key) => map[key] is { } node ? Text(node) : null;

    /// <summary>Phrases between commas.</summary>
    public static string[] Phrases(Entry node) =>
        Text(node).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
