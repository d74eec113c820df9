namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Knows one kind of <see cref="Piece"/>. Looks a few tokens ahead and no further, so that a scan stays linear.</summary>
internal interface IRecogniser
{
    /// <summary>The piece that begins at a token, or null.</summary>
    Piece? At(Reader reader, int at);
}
