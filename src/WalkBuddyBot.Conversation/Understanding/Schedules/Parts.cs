namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>"in the morning", "this afternoon", "every evening", "at night".</summary>
internal sealed class Parts : IRecogniser
{
    public Piece? At(Reader reader, int at)
    {
        // A greeting says nothing of when.
        if (reader.Is(at - 1, "good"))
        {
            return null;
        }

        var named = at;
        if (reader.Is(named, "in", "at", "during", "on", "every", "each"))
        {
            named++;
        }

        if (reader.Is(named, "the"))
        {
            named++;
        }

        return Of(reader.Text(named)) is { } part ? new Piece.Part(at, named + 1 - at, part) : null;
    }

    public static DayPart? Of(string word) => word switch
    {
        "morning" or "mornings" => DayPart.Morning,
        "afternoon" or "afternoons" => DayPart.Afternoon,
        "evening" or "evenings" => DayPart.Evening,
        "night" or "nights" => DayPart.Night,
        _ => null,
    };
}
