using System.Globalization;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Amounts that are no times: "4,000 steps", "6.5k steps", "2 miles", "half a mile", "a 5k", "two walks", "twice".</summary>
internal sealed class Measures : IRecogniser
{
    private const double MetresOfMile = 1609.344;
    private const int MostMetres = 200_000;
    private const int MostSteps = 200_000;
    private const int MostWalks = 1_000;

    // "walked 10k" is steps to some and kilometres to others.
    private const double MostBareKilometres = 8;

    // "500m" is no time; "20m" is twenty minutes.
    private const double FewestMetres = 240;

    private static readonly Spans Spans = new();

    public Piece? At(Reader reader, int at)
    {
        if (reader.Is(at, "once", "twice", "thrice"))
        {
            return new Piece.Amount(at, 1, Measure.Walks, reader.Is(at, "once") ? 1 : reader.Is(at, "twice") ? 2 : 3);
        }

        var (value, length) = Number(reader, at);
        if (length == 0)
        {
            return null;
        }

        var next = at + length;
        next += reader[next].IsMark('-') ? 1 : 0;
        return Steps(reader, at, next, value) ?? Distance(reader, at, next, value) ?? Walks(reader, at, next, value);
    }

    // "4,000", "10 000", "6.5", "one and a half", "a", "half a".
    private static (double Value, int Length) Number(Reader reader, int at)
    {
        var (first, rest) = (reader[at], reader[at + 1]);
        if (first.Kind == TokenKind.Number && first.Text.Length <= 3)
        {
            var split = rest.IsGluedMark(',') || rest.IsGluedMark('.') ? at + 2 : at + 1;
            if (reader[split] is { Kind: TokenKind.Number, Text.Length: 3 } thousands
                && reader.Is(split + 1, "steps", "step", "m", "metres", "meters"))
            {
                return (int.Parse(first.Text + thousands.Text, CultureInfo.InvariantCulture), split + 1 - at);
            }
        }

        return reader.Is(at, "couple") ? (2, reader.Is(at + 1, "of") ? 2 : 1) : Numbers.Amount(reader, at);
    }

    private static Piece? Steps(Reader reader, int at, int next, double value)
    {
        var thousand = reader.Is(next, "k", "thousand") ? 1 : 0;
        return reader.Is(next + thousand, "steps", "step")
            ? Of(at, next + thousand + 1, Measure.Steps, value * (thousand > 0 ? 1_000 : 1), MostSteps)
            : null;
    }

    private static Piece? Distance(Reader reader, int at, int next, double value)
    {
        var metres = reader.Text(next) switch
        {
            "mile" or "miles" or "mi" => MetresOfMile,
            "km" or "kms" or "kilometre" or "kilometres" or "kilometer" or "kilometers" => 1_000,
            "k" when value < MostBareKilometres => 1_000,
            "metre" or "metres" or "meter" or "meters" => 1,
            "m" when reader[next].Glued && value > FewestMetres => 1,
            _ => 0,
        };
        if (metres == 0)
        {
            return null;
        }

        var half = reader.Follows(next + 1, "and", "a", "half");
        return Of(at, next + 1 + half, Measure.Metres, (value + (half > 0 ? 0.5 : 0)) * metres, MostMetres);
    }

    // "2 walks", "two short walks", "two 10 minute walks", "3 times".
    private static Piece? Walks(Reader reader, int at, int next, double value)
    {
        if (reader.Is(at, "a", "an", "half") || value != Math.Floor(value))
        {
            return null;
        }

        var named = next + (reader.Is(next, "short", "little", "long", "quick", "small", "brisk", "easy", "gentle", "nice", "good") ? 1
            : 0);
        if (reader.Is(named, "walks", "strolls", "walkings", "outings", "hikes") || (value == 1 && reader.Is(named, "walk", "stroll"))
            || reader.Is(next, "times", "x"))
        {
            return Of(at, named + 1, Measure.Walks, value, MostWalks);
        }

        return Spans.At(reader, next) is Piece.Span span && reader.Is(span.End, "walks", "strolls")
            ? Of(at, next, Measure.Walks, value, MostWalks)
            : null;
    }

    private static Piece Of(int at, int end, Measure of, double value, int most) =>
        Math.Round(value) is >= 1 and var whole && whole <= most
            ? new Piece.Amount(at, end - at, of, (int)whole)
            : new Piece.Bad(at, end - at, Faults.BadAmount);
}
