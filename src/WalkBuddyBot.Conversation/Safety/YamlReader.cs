using System.Text;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>
/// Reads the part of YAML that the safety files use: named entries, lists of texts, folded and quoted texts. The rules stand before the
/// first
/// answer, and a general reader takes longer over these files than all the rest of their loading.
/// </summary>
internal sealed class YamlReader(string[] lines, Action<int, string> mistake)
{
    private int _at;

    public YamlNode Read()
    {
        var root = Block(0);
        if (Next() is { } left)
        {
            mistake(_at + 1, $"cannot be read: \"{left.Trim()}\" stands too far left or right");
        }

        return root;
    }

    // The next line that says something, or null at the end.
    private string? Next()
    {
        while (_at < lines.Length && (lines[_at].AsSpan().Trim().IsEmpty || lines[_at].AsSpan().TrimStart()[0] == '#'))
        {
            _at++;
        }

        return _at < lines.Length ? lines[_at] : null;
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    private YamlNode Block(int least)
    {
        if (Next() is not { } first || Indent(first) < least)
        {
            return YamlNode.Nothing with { Line = Math.Min(_at + 1, lines.Length) };
        }

        var (line, indent) = (_at + 1, Indent(first));
        List<YamlNode> items = [];
        List<(string, YamlNode)> entries = [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (Next() is { } text && Indent(text) == indent)
        {
            var here = _at + 1;
            if (text.AsSpan(indent).StartsWith("- "))
            {
                items.Add(Value(text[(indent + 2)..].Trim(), indent, here));
                continue;
            }

            var (key, rest) = Parted(text[indent..]);
            if (key is null)
            {
                mistake(here, $"cannot be read: \"{text.Trim()}\" is no named entry");
                _at++;
                continue;
            }

            if (!names.Add(key))
            {
                mistake(here, $"\"{key}\" is there twice");
            }

            entries.Add((key, Value(rest, indent, here)));
        }

        return new YamlNode(line, Text: null, items, entries);
    }

    private static (string? Key, string Value) Parted(string text)
    {
        var from = text[0] == '"' ? text.IndexOf('"', 1) + 1 : 0;
        var colon = text.IndexOf(':', from);
        var named = colon > 0 && (colon + 1 == text.Length || text[colon + 1] == ' ');
        return named ? (text[..colon].Trim('"'), text[(colon + 1)..].Trim()) : (null, "");
    }

    private YamlNode Value(string rest, int indent, int line)
    {
        _at++;
        if (rest.Length == 0)
        {
            return Block(indent + 1) with { Line = line };
        }

        var text = rest[0] switch
        {
            '>' => Folded(indent),
            '"' => Quoted(rest, line),
            _ => rest,
        };
        if (rest[0] is '&' or '*' or '{' or '[' or '|')
        {
            mistake(line, $"cannot be read: these files know no \"{rest[0]}\" here");
        }

        return new YamlNode(line, text, [], []);
    }

    private string Folded(int indent)
    {
        var folded = new StringBuilder();
        for (; _at < lines.Length && (lines[_at].AsSpan().Trim().IsEmpty || Indent(lines[_at]) > indent); _at++)
        {
            folded.Append(folded.Length > 0 ? " " : "").Append(lines[_at].AsSpan().Trim());
        }

        return folded.ToString().Trim();
    }

    // A line's end is a space, or nothing when a backslash stands before it.
    private string Quoted(string rest, int line)
    {
        var text = new StringBuilder();
        for (var part = rest.AsSpan(1); ;)
        {
            for (var at = 0; at < part.Length; at++)
            {
                if (part[at] == '"')
                {
                    return text.ToString();
                }

                if (part[at] != '\\')
                {
                    text.Append(part[at]);
                }
                else if (at + 1 < part.Length)
                {
                    text.Append(part[++at]);
                }
            }

            if (_at >= lines.Length)
            {
                mistake(line, "has a quote that never ends");
                return text.ToString();
            }

            text.Append(part.EndsWith("\\") ? "" : " ");
            part = lines[_at++].AsSpan().Trim();
        }
    }
}
