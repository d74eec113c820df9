using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>The named fields of one thing. A field that is missing, or that nobody knows, is a mistake.</summary>
internal sealed class Fields
{
    private readonly YamlText _yaml;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    public Fields(YamlText yaml, YamlNode? node, params ReadOnlySpan<string> known)
    {
        _yaml = yaml;
        Line = node is null ? 1 : yaml.LineOf(node);
        foreach (var (key, line, value) in yaml.Map(node))
        {
            if (known.Contains(key))
            {
                _values[key] = value;
            }
            else
            {
                _yaml.Mistakes.Add(_yaml.File.Mistake(line, $"unknown field \"{key}\"; the fields are {string.Join(", ", known!)}"));
            }
        }
    }

    public int Line { get; }

    public Passage Words(string name) => Value(name) is { } node && _yaml.Words(node) is { } words ? words : new Passage(string.Empty, LineOf(name));

    public ImmutableArray<Passage> List(string name)
    {
        if (Value(name) is not { } node)
        {
            return [];
        }

        var items = _yaml.Items(node).ToArray();
        if (items is [] && node is YamlSequenceNode)
        {
            _yaml.Mistakes.Add(_yaml.File.Mistake(LineOf(name), $"the list \"{name}\" is empty"));
        }

        return [.. items.Select(_yaml.Words).OfType<Passage>()];
    }

    public ImmutableArray<Passage> OptionalList(string name) => _values.ContainsKey(name) ? List(name) : [];

    public bool OptionalTruth(string name)
    {
        if (!_values.ContainsKey(name))
        {
            return false;
        }

        var words = Words(name);
        if (words.Text is not ("true" or "false"))
        {
            _yaml.Mistakes.Add(_yaml.File.Mistake(words.Line, $"\"{name}\" is true or false"));
        }

        return words.Text == "true";
    }

    public int Number(string name)
    {
        var words = Words(name);
        if (words.Text.Length > 0 && !int.TryParse(words.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            _yaml.Mistakes.Add(_yaml.File.Mistake(words.Line, $"\"{name}\" is a whole number"));
        }

        return int.TryParse(words.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>The line of a field, or of the whole when it is missing.</summary>
    public int LineOf(string name) => _values.TryGetValue(name, out var node) ? _yaml.LineOf(node) : Line;

    private YamlNode? Value(string name)
    {
        if (_values.TryGetValue(name, out var node))
        {
            return node;
        }

        _yaml.Mistakes.Add(_yaml.File.Mistake(Line, $"the field \"{name}\" is missing"));
        return null;
    }
}
