namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>A part of the day.</summary>
internal enum DayPart
{
    /// <summary>Before noon.</summary>
    Morning,

    /// <summary>From noon.</summary>
    Afternoon,

    /// <summary>Towards the end.</summary>
    Evening,

    /// <summary>After that.</summary>
    Night,
}
