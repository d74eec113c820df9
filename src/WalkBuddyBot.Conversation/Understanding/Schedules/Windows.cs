namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>A stretch of the day: "between 9 and 5", "from 10 to 4", "9am-5pm".</summary>
internal sealed class Windows : IRecogniser
{
    private static readonly Clocks Clocks = new();

    private static readonly Parts Parts = new();

    public Piece? At(Reader reader, int at)
    {
        var led = reader.Is(at, "between", "from");
        if (End(reader, led ? at + 1 : at) is not { } from)
        {
            return null;
        }

        var joint = from.End;
        if (!reader[joint].IsMark('-') && !reader.Is(joint, "to", "too", "till", "til", "until", "through") && !(led && reader.Is(joint,
            "and")))
        {
            return null;
        }

        return End(reader, joint + 1) is { } to ? new Piece.Window(at, to.End - at, from.At, to.At) : null;
    }

    // "9 at night", "half past seven in the morning"
    private static Piece.Clock? End(Reader reader, int at)
    {
        at += reader.Is(at, "around", "about") ? 1 : 0;
        if (Clocks.At(reader, at) is not Piece.Clock { At.Hour: >= 0 } clock)
        {
            return null;
        }

        var part = !clock.At.Certain && reader.Is(clock.End, "in", "at") ? Parts.At(reader, clock.End) as Piece.Part : null;
        return part is not null && ClockResolver.InPart(new Said(clock.At, part.Of)) is { } time
            ? new(at, part.End - at, new ClockReading(time.Hour, time.Minute, Certain: true), Bare: null) : clock;
    }
}
