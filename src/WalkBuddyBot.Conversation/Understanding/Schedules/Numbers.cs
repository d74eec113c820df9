using System.Collections.Frozen;
using System.Globalization;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Numbers in digits and in words.</summary>
internal static class Numbers
{
    private static readonly FrozenDictionary<string, int> Small = new[]
    {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    }.Select((word, value) => (word, value)).ToFrozenDictionary(pair => pair.word, pair => pair.value);

    private static readonly FrozenDictionary<string, int> Tens =
        new[] { "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" }
            .Select((word, place) => (word, value: (place + 2) * 10)).ToFrozenDictionary(pair => pair.word, pair => pair.value);

    /// <summary>A whole number at a place, and how many tokens it takes; 0 tokens when there is none.</summary>
    public static (int Value, int Length) Whole(Reader reader, int at)
    {
        var token = reader[at];
        if (token.Kind == TokenKind.Number)
        {
            return token.Text.Length <= 6 ? (int.Parse(token.Text, CultureInfo.InvariantCulture), 1) : (int.MaxValue, 1);
        }

        if (token.Kind != TokenKind.Word)
        {
            return (0, 0);
        }

        if (Hundreds(reader, at) is { Length: > 0 } hundreds)
        {
            return hundreds;
        }

        if (Small.TryGetValue(token.Text, out var small))
        {
            return (small, 1);
        }

        if (!Tens.TryGetValue(token.Text, out var tens))
        {
            return (0, 0);
        }

        var next = at + (reader[at + 1].IsMark('-') ? 2 : 1);
        return Small.TryGetValue(reader.Text(next), out var unit) && unit is > 0 and < 10 ? (tens + unit, next + 1 - at) : (tens, 1);
    }

    /// <summary>A number that may have a sign and a fraction: "-5", "1.5", "1 1/2", "a", "half a", "a couple of".</summary>
    public static (double Value, int Length) Amount(Reader reader, int at)
    {
        if (reader[at].IsMark('-') && reader[at + 1] is { Glued: true, Kind: TokenKind.Number })
        {
            var (value, length) = Whole(reader, at + 1);
            return (-value, length + 1);
        }

        if (reader.Follows(at, "a", "couple", "of") is var couple and > 0 || (couple = reader.Follows(at, "a", "couple")) > 0
            || (couple = reader.Follows(at, "couple", "of")) > 0 || (couple = reader.Follows(at, "couple")) > 0)
        {
            return (2, couple);
        }

        if (reader.Is(at, "half") && reader.Is(at + 1, "a", "an"))
        {
            return (0.5, 2);
        }

        if (reader.Is(at, "half"))
        {
            return (0.5, 1);
        }

        return reader.Is(at, "a", "an") && Hundreds(reader, at).Length == 0 ? (1, 1) : Plain(reader, at);
    }

    private static (double Value, int Length) Plain(Reader reader, int at)
    {
        if (IsHalf(reader, at))
        {
            return (0.5, 3);
        }

        var (whole, length) = Whole(reader, at);
        if (length == 0)
        {
            return (0, 0);
        }

        var next = at + length;
        if (reader[next].IsGluedMark('.') && reader[next + 1] is { Glued: true, Kind: TokenKind.Number, Text.Length: <= 3 } fraction)
        {
            return (whole + (int.Parse(fraction.Text, CultureInfo.InvariantCulture) / Math.Pow(10, fraction.Text.Length)), length + 2);
        }

        if (reader.Follows(next, "and", "a", "half") > 0)
        {
            return (whole + 0.5, length + 3);
        }

        return IsHalf(reader, next) ? (whole + 0.5, length + 3) : (whole, length);
    }

    // "a hundred", "one hundred and twenty", "two hundred".
    private static (int Value, int Length) Hundreds(Reader reader, int at)
    {
        var led = reader.Is(at, "a") || (Small.TryGetValue(reader.Text(at), out var many) && many is > 0 and < 10);
        var named = led ? at + 1 : at;
        if (!reader.Is(named, "hundred"))
        {
            return (0, 0);
        }

        var value = 100 * (led && !reader.Is(at, "a") ? Small[reader.Text(at)] : 1);
        var next = named + 1;
        var more = next + (reader.Is(next, "and") ? 1 : 0);
        var (rest, length) = reader[more].Kind == TokenKind.Word && !reader.Is(more, "a", "hundred") ? Whole(reader, more) : (0, 0);
        return length > 0 && rest is > 0 and < 100 ? (value + rest, more + length - at) : (value, next - at);
    }

    private static bool IsHalf(Reader reader, int at) => reader.Is(at, "1") && reader[at + 1].IsGluedMark('/') && reader.Is(at + 2, "2");
}
