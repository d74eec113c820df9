using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>An activity as the transcript holds it.</summary>
/// <param name="Sequence">Its place in the conversation, from 1; part of its id, never changed.</param>
/// <param name="Changed">Its place in the order of changes: what watermarks count. Equal to the sequence until it is drawn anew.</param>
/// <param name="Activity">The activity with id, timestamp and conversation filled in.</param>
/// <param name="Repeat">Whether it was there already and nothing was added.</param>
public sealed record StoredActivity(long Sequence, long Changed, BotActivity Activity, bool Repeat)
{
    /// <summary>
    /// Whether it is the first that the bot said after everything was erased, so that a page which shows something from before must begin
    /// anew. Known only where it is read, and only until something is posted.
    /// </summary>
    public bool Cleared { get; init; }
}
