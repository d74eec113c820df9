namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>"am", "pm", "a.m.", "p".</summary>
internal static class HalfOfDay
{
    /// <summary>Whether it is the late half, and how many tokens say so; null when none do.</summary>
    public static (bool Late, int Length)? At(Reader reader, int at)
    {
        switch (reader.Text(at))
        {
            case "am":
                return (false, 1);
            case "pm":
                return (true, 1);
        }

        if (!reader.Is(at, "a", "p"))
        {
            return null;
        }

        var late = reader.Is(at, "p");
        if (reader[at + 1].IsGluedMark('.') && reader[at + 2] is { Glued: true, Text: "m" })
        {
            return (late, reader[at + 3].IsGluedMark('.') ? 4 : 3);
        }

        return reader[at].Glued ? (late, 1) : null;
    }
}
