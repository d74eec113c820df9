namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>"every 2 hours", "every half hour", "hourly", "every hour and a half".</summary>
internal sealed class Intervals : IRecogniser
{
    private const int MinutesOfDay = 24 * 60;

    public Piece? At(Reader reader, int at)
    {
        if (reader.Is(at, "hourly"))
        {
            return new Piece.Interval(at, 1, 60);
        }

        if (reader.Is(at, "half") && (reader.Is(at + 1, "hourly") || (reader[at + 1].IsMark('-') && reader.Is(at + 2, "hourly"))))
        {
            return new Piece.Interval(at, reader.Is(at + 1, "hourly") ? 2 : 3, 30);
        }

        // "once an hour", "twice an hour", "once every 2 hours"
        if (reader.Is(at, "once", "twice") && reader.Is(at + 1, "an", "per", "a", "each", "every") && reader.Is(at + 2, "hour", "hr"))
        {
            return new Piece.Interval(at, 3, reader.Is(at, "once") ? 60 : 30);
        }

        if (reader.Is(at, "once") && reader.Is(at + 1, "every", "each") && At(reader, at + 1) is Piece.Interval every)
        {
            return every with { Start = at, Length = every.Length + 1 };
        }

        if (!reader.Is(at, "every", "each"))
        {
            return null;
        }

        var next = at + 1;
        if (reader.Is(next, "other") && Units.Minutes(reader.Text(next + 1)) is var other and > 0)
        {
            return new Piece.Interval(at, 3, 2 * other);
        }

        var (amount, length) = Numbers.Amount(reader, next);
        amount = length == 0 ? 1 : amount;
        next += length;
        next += reader[next].IsMark('-') ? 1 : 0;
        if (Units.Minutes(reader.Text(next)) is not (> 0 and var unit))
        {
            return null;
        }

        next++;
        var minutes = amount * unit;
        if (unit == 60 && reader.Follows(next, "and", "a", "half") > 0)
        {
            (minutes, next) = (minutes + 30, next + 3);
        }

        return minutes >= 1 && minutes <= MinutesOfDay && minutes == Math.Floor(minutes)
            ? new Piece.Interval(at, next - at, (int)minutes)
            : new Piece.Bad(at, next - at, Faults.BadInterval);
    }
}
