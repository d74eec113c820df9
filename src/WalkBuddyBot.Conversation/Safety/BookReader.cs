using WalkBuddyBot.Conversation.Safety.Matching;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Reads the safety files and names every mistake by file and line.</summary>
internal sealed class BookReader
{
    private readonly List<(string File, int Line, string What)> _mistakes = [];
    private readonly Phrasebook _phrases = new();
    private readonly Dictionary<string, int> _sets = new(StringComparer.Ordinal);
    private readonly List<int> _symptoms = [];

    private BookReader()
    {
    }

    public static (Book? Book, IReadOnlyList<(string File, int Line, string What)> Mistakes) Read(string folder)
    {
        var reader = new BookReader();
        var book = reader.ReadAll(folder);
        return (reader._mistakes.Count == 0 ? book : null, reader._mistakes);
    }

    private void Mistake(string file, int line, string what) => _mistakes.Add((file, line, what));

    private Book? ReadAll(string folder)
    {
        var spelling = YamlFile.Read(folder, "spelling.yaml", Mistake);
        var words = YamlFile.Read(folder, "words.yaml", Mistake);
        var roles = YamlFile.Read(folder, "roles.yaml", Mistake);
        var signs = YamlFile.Read(folder, "signs.yaml", Mistake);
        var replies = new ReplyReader(YamlFile.Read(folder, "replies.yaml", Mistake));
        var lexicon = new Lexicon(
            spelling.Entries("keep").SelectMany(entry => YamlFile.Phrases(entry.Node)),
            spelling.Entries("short").SelectMany(entry => YamlFile.Phrases(entry.Node)),
            spelling.Entries("typos").SelectMany(entry => YamlFile.Phrases(entry.Node).Select(typo => (typo, entry.Key)))
                .DistinctBy(pair => pair.typo).ToDictionary(pair => pair.typo, pair => pair.Key, StringComparer.Ordinal));

        ReadSets(words, lexicon, _symptoms.Add);
        ReadSets(roles, lexicon, _ => { });
        foreach (var missing in Roles.Names.Append("plain-agony").Where(name => !_sets.ContainsKey(name)))
        {
            Mistake(roles.Name, 1, $"has no set \"{missing}\"");
        }

        var parser = new PatternParser(lexicon, _phrases, _sets);
        var idioms = signs.Entries("idioms").SelectMany(entry => Patterns(signs, entry.Node.Items, parser))
            .SelectMany(pattern => pattern.Groups.SelectMany(group => group)).ToList();
        var read = signs.Entries("signs").Select(entry => ReadSign(signs, entry.Key, entry.Node, parser, replies)).OfType<Sign>().ToList();
        var partings = roles.Entries("partings").SelectMany(entry => YamlFile.Phrases(entry.Node)).ToHashSet(StringComparer.Ordinal);
        var contractions = spelling.Entries("contractions").DistinctBy(entry => entry.Key)
            .ToDictionary(entry => entry.Key, entry => YamlFile.Text(entry.Node).Split(' '), StringComparer.Ordinal);
        var joins = new Joins(spelling.Entries("joined").Select(entry => (entry.Key, YamlFile.Text(entry.Node))));
        var pictures = spelling.Entries("pictures").DistinctBy(entry => entry.Key)
            .ToDictionary(entry => entry.Key, entry => YamlFile.Text(entry.Node), StringComparer.Ordinal);
        if (_mistakes.Count > 0)
        {
            return null;
        }

        lexicon.Seal();
        return new Book(
            new MessageReader(lexicon, contractions, joins, partings, pictures), _phrases, Roles.From(_sets), _symptoms,
            idioms, _sets["plain-agony"], read, replies.All, _sets, replies.Information);
    }

    private void ReadSets(YamlFile file, Lexicon lexicon, Action<int> seen)
    {
        var entries = file.Entries("sets");
        foreach (var (name, node) in entries)
        {
            _sets.TryAdd(name, _phrases.NewSet());
            seen(_sets[name]);
        }

        foreach (var (name, node) in entries)
        {
            var phrases = YamlFile.Phrases(node);
            if (phrases.Length == 0)
            {
                file.Mistake(node, $"the set \"{name}\" is empty");
            }

            foreach (var phrase in phrases)
            {
                AddPhrase(file, node, name, phrase, lexicon);
            }
        }
    }

    private void AddPhrase(YamlFile file, Entry node, string name, string phrase, Lexicon lexicon)
    {
        if (phrase[0] != '@')
        {
            _phrases.Add(_sets[name], [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(lexicon.Add)]);
        }
        else if (_sets.TryGetValue(phrase[1..], out var other) && other != _sets[name])
        {
            _phrases.Include(_sets[name], other);
        }
        else
        {
            file.Mistake(node, $"\"{phrase}\" in \"{name}\" is no other set");
        }
    }

    private static Sign? ReadSign(YamlFile file, string id, Entry map, PatternParser parser, ReplyReader replies)
    {
        if (!map.IsMap)
        {
            file.Mistake(map, $"the sign \"{id}\" must name level, reply and patterns");
            return null;
        }

        var information = YamlFile.Text(map, "information") == "true";
        var level = information ? SafetyLevel.None : Levels.Parse(YamlFile.Text(map, "level"));
        if (level is null)
        {
            file.Mistake(map, $"the sign \"{id}\" needs a level: {Levels.Known}");
            return null;
        }

        var reply = YamlFile.Text(map, "reply") ?? "";
        if (!information && !replies.Has(reply, level.Value))
        {
            file.Mistake(map, $"the sign \"{id}\" has the reply \"{reply}\", which has no words for its level in replies.yaml");
        }

        var patterns = Patterns(file, map["any"]?.Items ?? [], parser);
        if (patterns.Count == 0)
        {
            file.Mistake(map, $"the sign \"{id}\" has no pattern under \"any\"");
        }

        bool Says(string key) => YamlFile.Text(map, key) == "true";
        return new Sign(id, level.Value, reply, patterns, Says("always"), Says("steady"), information);
    }

    private static List<Pattern> Patterns(YamlFile file, IEnumerable<Entry> nodes, PatternParser parser)
    {
        var patterns = new List<Pattern>();
        foreach (var node in nodes)
        {
            var text = YamlFile.Text(node);
            var (pattern, mistake) = text.Length == 0 ? (null, "it is empty") : parser.Parse(text);
            if (pattern is not null)
            {
                patterns.Add(pattern);
            }
            else
            {
                file.Mistake(node, $"the pattern \"{text}\" cannot be read: {mistake}");
            }
        }

        return patterns;
    }
}
