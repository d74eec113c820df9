namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>A time as said, and the part of the day said with it.</summary>
internal readonly record struct Said(ClockReading At, DayPart? Part);
