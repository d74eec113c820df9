namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>"a week", "per day", "each week", "daily", "/week".</summary>
internal sealed class Pers : IRecogniser
{
    public Piece? At(Reader reader, int at)
    {
        switch (reader.Text(at))
        {
            case "weekly":
                return new Piece.Per(at, 1, "week");
            case "daily" or "everyday":
                return new Piece.Per(at, 1, "day");
        }

        var led = reader.Is(at, "in", "over", "within") && reader.Is(at + 1, "a", "one", "each", "every", "the") ? at + 1 : at;
        var unit = reader.Is(led, "a", "per", "each", "every", "one", "any", "the") && (led > at || !reader.Is(led, "one", "any", "the"))
            ? led + 1
            : reader[at].IsMark('/') ? at + 1 : at;
        unit += unit > led && reader.Is(unit, "single") ? 1 : 0;
        return unit == at ? null : reader.Text(unit) switch
        {
            "week" or "wk" => new Piece.Per(at, unit + 1 - at, "week"),
            "day" => new Piece.Per(at, unit + 1 - at, "day"),
            _ => null,
        };
    }
}
