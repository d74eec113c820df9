using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Reads <c>replies.yaml</c> and holds it to what a safety reply may be.</summary>
internal sealed class ReplyReader
{
    private const int LongestEmergency = 600;

    // As long as the options allow, so that a text that passes here fits with any number.
    private static readonly SafetyOptions Longest = new()
    {
        EmergencyNumber = new('0', SafetyOptions.LongestText),
        CrisisLine = new('0', SafetyOptions.LongestText),
        UrgentCareLine = new('0', SafetyOptions.LongestText),
    };

    private readonly Dictionary<(string, SafetyLevel), Words> _all = [];
    private readonly YamlFile _file;
    private readonly List<string> _banned;

    public ReplyReader(YamlFile file)
    {
        _file = file;
        _banned = [.. file.Entries("never-say").SelectMany(entry => YamlFile.Phrases(entry.Node))];
        foreach (var (group, node) in file.Entries("groups"))
        {
            foreach (var (name, words) in node.Entries)
            {
                Read(group, name, words);
            }
        }

        foreach (var level in Enum.GetValues<SafetyLevel>().Where(level => level != SafetyLevel.None && !_all.ContainsKey((Book.AnyGroup, level))))
        {
            file.Mistake(file.Root, $"the group \"{Book.AnyGroup}\" has no words for {level}");
        }

        var information = file.Entries("information").ToDictionary(entry => entry.Key, entry => entry.Node, StringComparer.Ordinal);
        Information = new Words(Checked(information, "text"), Other: null, Checked(information, "again"));
    }

    public IReadOnlyDictionary<(string Group, SafetyLevel Level), Words> All => _all;

    public Words Information { get; }

    public bool Has(string group, SafetyLevel level) => _all.ContainsKey((group, level));

    private string Checked(Dictionary<string, Entry> entries, string key)
    {
        if (!entries.TryGetValue(key, out var node) || YamlFile.Text(node).Length == 0)
        {
            _file.Mistake(_file.Root, $"the information reply has no \"{key}\"");
            return "";
        }

        return Said(node)!;
    }

    private void Read(string group, string name, Entry node)
    {
        if (Levels.Parse(name) is not { } level)
        {
            _file.Mistake(node, $"\"{name}\" in \"{group}\" is no level: {Levels.Known}");
            return;
        }

        if (YamlFile.Text(node, "text") is not { Length: > 0 })
        {
            _file.Mistake(node, $"\"{group}\" has no text for {name}");
            return;
        }

        var words = new Words(Said(node, "text")!, Said(node, "other"), Said(node, "again"));
        if (level >= SafetyLevel.SameDay && (words.Other is null || words.Again is null))
        {
            _file.Mistake(node, $"\"{group}\" needs \"other\" and \"again\" for {name}");
        }

        foreach (var text in new[] { words.Text, words.Other }.OfType<string>().Where(_ => level >= SafetyLevel.Crisis))
        {
            var length = Longest.Fill(text).Length;
            if (length > LongestEmergency)
            {
                _file.Mistake(node, $"\"{group}\" at {name} is {length} characters long with the longest numbers; {LongestEmergency} is the most");
            }
        }

        _all[(group, level)] = words;
    }

    private string? Said(Entry map, string key) => map[key] is { } node ? Said(node) : null;

    private string? Said(Entry node)
    {
        var text = YamlFile.Text(node);
        foreach (var banned in _banned.Where(banned => text.Contains(banned, StringComparison.OrdinalIgnoreCase)))
        {
            _file.Mistake(node, $"a safety reply must never say \"{banned}\"");
        }

        if (text.EnumerateRunes().Any(rune => System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherSymbol))
        {
            _file.Mistake(node, "a safety reply holds a picture");
        }

        return text;
    }
}
