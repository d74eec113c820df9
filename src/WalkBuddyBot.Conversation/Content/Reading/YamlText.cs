using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>Reads YAML to nodes, and turns what cannot be read into a mistake at its line.</summary>
/// <param name="File">The file the text is from.</param>
/// <param name="Before">How many lines of the file stand before the text.</param>
/// <param name="Mistakes">Where mistakes go.</param>
internal sealed record YamlText(ContentFile File, int Before, ICollection<ContentMistake> Mistakes)
{
    public YamlNode? Read(string text)
    {
        // An empty file has been named already.
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents is [var only])
            {
                return only.RootNode;
            }

            Add(1, "the file needs exactly one YAML document");
        }
        catch (YamlException wrong)
        {
            Add((int)wrong.Start.Line, $"the YAML cannot be read: {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser does not name every mistake as one of YAML. The last thing it understood is then the nearest line known.
            Add((int)(parser.Current?.End.Line ?? 1), "the YAML cannot be read: a bracket or a quote may be open here");
        }

        return null;
    }

    /// <summary>The entries of a mapping; a mistake when it is something else.</summary>
    public IEnumerable<(string Key, int Line, YamlNode Value)> Map(YamlNode? node)
    {
        if (node is null)
        {
            yield break;
        }

        if (node is not YamlMappingNode map)
        {
            Add(node, "expected names with values here (name: value)");
            yield break;
        }

        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
            {
                yield return (name, LineOf(key), value);
            }
            else
            {
                Add(key, "expected a name here");
            }
        }
    }

    /// <summary>The items of a list; a mistake when it is something else.</summary>
    public IEnumerable<YamlNode> Items(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return list.Children;
            default:
                Add(node, "expected a list here");
                return [];
        }
    }

    /// <summary>A text; null, and a mistake, when it is empty or something else.</summary>
    public Passage? Words(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
        {
            return new Passage(value.Trim(), LineOf(node));
        }

        Add(node, "expected a text here");
        return null;
    }

    public int LineOf(YamlNode node) => (int)node.Start.Line + Before;

    private void Add(YamlNode node, string what) => Add((int)node.Start.Line, what);

    private void Add(int line, string what) => Mistakes.Add(File.Mistake(line + Before, what));
}
