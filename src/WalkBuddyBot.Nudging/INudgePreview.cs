using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging;

/// <summary>What is going to be sent, by the rules that send it. Sends nothing and writes nothing.</summary>
public interface INudgePreview
{
    /// <summary>
    /// The nudges of one person in a range, soonest first, if nobody says a word meanwhile: those that go out, and those a gate would
    /// stop.
    /// </summary>
    /// <param name="facts">The person as known now.</param>
    /// <param name="now">The present: what comes between it and the range counts, as for the most of a day.</param>
    /// <param name="from">The first instant of the range, not before <paramref name="now"/>.</param>
    /// <param name="to">The first instant after it.</param>
    IReadOnlyList<PreviewedNudge> Of(PersonFacts facts, Instant now, Instant from, Instant to);
}
