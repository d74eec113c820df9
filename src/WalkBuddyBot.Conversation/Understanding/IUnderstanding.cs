using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>From words to a meaning. Pure: the same words at the same moment mean the same.</summary>
public interface IUnderstanding
{
    /// <summary>What was meant.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The person's zone; null while it is not known.</param>
    /// <param name="talk">What the talk is about just now: a pending question is tried before anything but safety.</param>
    Meaning Understand(string text, Instant now, DateTimeZone? zone, DialogState? talk);
}
