namespace WalkBuddyBot.Storage;

/// <summary>How the memory stands.</summary>
/// <param name="Answers">Whether the database answers.</param>
/// <param name="Schema">The number of the newest schema step it has; 0 when it does not answer.</param>
/// <param name="Expected">The number this program works with.</param>
/// <param name="Problem">What is wrong, in one sentence; null when nothing is.</param>
public sealed record StorageHealth(bool Answers, int Schema, int Expected, string? Problem)
{
    /// <summary>Whether people can be served.</summary>
    public bool Ready => Problem is null;
}
