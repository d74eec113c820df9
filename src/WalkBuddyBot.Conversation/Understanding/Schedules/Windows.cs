namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>A stretch of the day: "between 9 and 5", "from 10 to 4", "9am-5pm".</summary>
internal sealed class Windows : IRecogniser
{
    private static readonly Clocks Clocks = new();

    public Piece? At(Reader reader, int at)
    {
        var led = reader.Is(at, "between", "from");
        if (Clocks.At(reader, led ? at + 1 : at) is not Piece.Clock { At.Hour: >= 0 } from)
        {
            return null;
        }

        var joint = from.End;
        if (!reader[joint].IsMark('-') && !reader.Is(joint, "to", "till", "til", "until", "through") && !(led && reader.Is(joint, "and")))
        {
            return null;
        }

        return Clocks.At(reader, joint + 1) is Piece.Clock { At.Hour: >= 0 } to ? new Piece.Window(at, to.End - at, from.At, to.At) : null;
    }
}
