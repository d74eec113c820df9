using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>When a person speaks. Pure: it reads no clock and writes nothing.</summary>
public interface IBuddy
{
    /// <summary>What follows from what was heard.</summary>
    /// <param name="heard">What arrived.</param>
    /// <param name="facts">What is known of the person; null when nothing is kept of them.</param>
    /// <param name="now">The present.</param>
    TurnOutcome Turn(Heard heard, PersonFacts? facts, Instant now);
}
