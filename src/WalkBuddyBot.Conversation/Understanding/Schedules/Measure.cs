namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>What an amount counts.</summary>
internal enum Measure
{
    /// <summary>Steps.</summary>
    Steps,

    /// <summary>A distance, in metres.</summary>
    Metres,

    /// <summary>Walks.</summary>
    Walks,
}
