using System.Buffers;
using System.Globalization;

namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>
/// Reads the lists' own small language. <c>one_two</c> words in a row; <c>@set</c> one phrase of a set; <c>a|b|@set</c> either;
/// <c>[a]</c> may be missing;
/// <c>~3</c> up to three other words here; <c>&lt;3&gt;</c> the same, in either order; <c>&amp;</c> also in this sentence;
/// <c>+</c> also in this message; <c>^</c> what follows counts although it is past; <c>!</c> and not in this sentence; <c>!!</c> and
/// nowhere in this message.
/// </summary>
internal sealed class PatternParser(Lexicon lexicon, Phrasebook book, IReadOnlyDictionary<string, int> sets)
{
    private const int MostGap = 12;
    private static readonly SearchValues<char> Signs = SearchValues.Create("[]<>~^!&+");
    private readonly Dictionary<string, int> _either = new(StringComparer.Ordinal);

    /// <summary>The pattern, or what is wrong with it.</summary>
    public (Pattern? Pattern, string? Mistake) Parse(string text)
    {
        try
        {
            return (Read(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)), null);
        }
        catch (FormatException mistake)
        {
            return (null, mistake.Message);
        }
    }

    private Pattern Read(string[] items)
    {
        List<List<Part>> groups = [[]];
        List<Part> unless = [];
        List<Part> unlessAnywhere = [];
        var into = groups[0];
        var pending = new List<string>();
        foreach (var item in items.Append("&"))
        {
            if (item is not ("&" or "+" or "!" or "!!"))
            {
                pending.Add(item);
                continue;
            }

            into.Add(ReadPart(pending));
            pending.Clear();
            if (item == "+")
            {
                groups.Add([]);
            }

            into = item switch { "!" => unless, "!!" => unlessAnywhere, _ => groups[^1] };
        }

        return new Pattern([.. groups.Select(group => group.ToArray())], unless, unlessAnywhere);
    }

    private Part ReadPart(List<string> items)
    {
        var history = items.Count > 0 && items[0] == "^";
        List<Step> steps = [];
        List<Step[]> orders = [];
        List<List<Step>> open = [[]];
        List<List<Step>>? left = null;
        var (gap, turn) = (0, 0);
        foreach (var item in items.Skip(history ? 1 : 0))
        {
            if (item[0] == '~')
            {
                gap = Number(item.AsSpan(1), item);
            }
            else if (item[0] == '<' && item[^1] == '>')
            {
                if (left is not null)
                {
                    throw new FormatException($"\"{item}\" stands twice in one part");
                }

                turn = Number(item.AsSpan(1, item.Length - 2), item);
                (left, open) = (open, [[]]);
            }
            else if (item[0] == '[' && item[^1] == ']')
            {
                var set = SetOf(item[1..^1]);
                open = [.. open, .. open.Select(steps => (List<Step>)[.. steps, new Step(set, gap)])];
                gap = 0;
            }
            else
            {
                var set = SetOf(item);
                foreach (var row in open)
                {
                    row.Add(new Step(set, gap));
                }

                gap = 0;
            }
        }

        if (gap != 0 || open.Any(row => row.Count == 0) || left?.Any(row => row.Count == 0) == true)
        {
            throw new FormatException("a part holds no word that must be there, or ends in a gap");
        }

        if (left is null)
        {
            return new Part([.. open.Select(row => row.ToArray())], history);
        }

        foreach (var first in left)
        {
            foreach (var second in open)
            {
                orders.Add([.. first, second[0] with { Gap = turn }, .. second.Skip(1)]);
                orders.Add([.. second, first[0] with { Gap = turn }, .. first.Skip(1)]);
            }
        }

        return new Part(orders, history);
    }

    private static int Number(ReadOnlySpan<char> digits, string item) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostGap
            ? number
            : throw new FormatException($"\"{item}\" must name a number from 1 to {MostGap}");

    private int SetOf(string item)
    {
        if (_either.TryGetValue(item, out var known))
        {
            return known;
        }

        var set = book.NewSet();
        foreach (var one in item.Split('|'))
        {
            if (one.Length == 0 || one.AsSpan().ContainsAny(Signs))
            {
                throw new FormatException($"\"{item}\" cannot be read");
            }

            if (one[0] != '@')
            {
                book.Add(set, [.. one.Split('_').Select(lexicon.Add)]);
                continue;
            }

            if (!sets.TryGetValue(one[1..], out var named))
            {
                throw new FormatException($"\"{one}\" is no set of words");
            }

            if (item == one)
            {
                return named;
            }

            book.Include(set, named);
        }

        return _either[item] = set;
    }
}
