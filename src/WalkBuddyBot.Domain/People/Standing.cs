using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>Whether the clock may speak to a person.</summary>
public abstract record Standing
{
    private Standing()
    {
    }

    /// <summary>Nudges go out.</summary>
    public sealed record On : Standing;

    /// <summary>Held until an instant, then on by itself. Every pause has an end.</summary>
    /// <param name="Until">The first instant that is no longer held.</param>
    /// <param name="ByAlarm">Whether a safety reply caused it. Why is not kept: that would be health data.</param>
    public sealed record Paused(Instant Until, bool ByAlarm) : Standing;

    /// <summary>The person said stop. Only their own word starts it again.</summary>
    public sealed record Stopped : Standing;

    /// <summary>The person's data is about to be erased; nothing is sent any more.</summary>
    public sealed record Leaving : Standing;

    /// <summary>
    /// Whether nothing may be sent at <paramref name="now"/>, and why: <c>stopped</c>, <c>paused</c>, <c>alarm</c>, <c>leaving</c>.
    /// </summary>
    public string? Holds(Instant now) => this switch
    {
        Stopped => "stopped",
        Leaving => "leaving",
        Paused paused when now < paused.Until => paused.ByAlarm ? "alarm" : "paused",
        _ => null,
    };
}
