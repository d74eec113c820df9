using System.Globalization;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>What characters are made of, which pairs make one, and the order of marks; read from compatibility-forms.txt.</summary>
internal sealed class FormTable
{
    private readonly Dictionary<int, int[]> _meant = [];
    private readonly Dictionary<(int Letter, int Mark), int> _joined = [];
    private readonly Dictionary<int, (int Letter, int Mark)> _parts = [];
    private readonly Dictionary<int, int> _orders = [];

    private FormTable()
    {
    }

    /// <summary>Reads the table that is compiled in.</summary>
    public static FormTable Read()
    {
        var table = new FormTable();
        using var stream = typeof(FormTable).Assembly.GetManifestResourceStream("compatibility-forms.txt")!;
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            table.Add(line.Split(' '));
        }

        return table;
    }

    /// <summary>Adds what the character is made of, itself if it is made of nothing else.</summary>
    public void Decompose(int character, List<int> into)
    {
        if (_meant.TryGetValue(character, out var meant))
        {
            into.AddRange(meant);
        }
        else if (_parts.TryGetValue(character, out var parts))
        {
            Decompose(parts.Letter, into);
            into.Add(parts.Mark);
        }
        else
        {
            into.Add(character);
        }
    }

    /// <summary>The order of a mark, or 0 of all else.</summary>
    public int Order(int character) => _orders.GetValueOrDefault(character);

    /// <summary>The one character that the two make.</summary>
    public int? Joined(int letter, int mark) => _joined.TryGetValue((letter, mark), out var joined) ? joined : null;

    private void Add(string[] line)
    {
        if (line[0] == "p")
        {
            var (pair, joined) = ((Hex(line[1]), Hex(line[2])), Hex(line[3]));
            _joined.Add(pair, joined);
            _parts.Add(joined, pair);
        }
        else if (line[0] != "#")
        {
            var (first, last) = (Hex(line[1].Split('-')[0]), Hex(line[1].Split('-')[^1]));
            for (var character = first; character <= last; character++)
            {
                if (line[0] == "o")
                {
                    _orders.Add(character, int.Parse(line[2], CultureInfo.InvariantCulture));
                }
                else
                {
                    _meant.Add(character, first == last ? [.. line[2..].Select(Hex)] : [Hex(line[2]) + character - first]);
                }
            }
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
