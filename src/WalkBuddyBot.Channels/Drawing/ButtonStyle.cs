namespace WalkBuddyBot.Channels.Drawing;

/// <summary>How a card's button reports that it was pressed. Both reach the same handler with the same data.</summary>
internal enum ButtonStyle
{
    /// <summary>By a message with a value: every client knows it.</summary>
    Submit,

    /// <summary>By a request that is answered with the new card; a client that does not know it submits instead.</summary>
    Execute,
}
