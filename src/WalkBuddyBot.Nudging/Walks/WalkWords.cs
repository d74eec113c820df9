using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Walks;

/// <summary>What a walk reminder says, in the person's language.</summary>
internal sealed class WalkWords(IPhrases phrases, string language)
{
    public string Walked => phrases.Say("nudge.walked", language);

    public string NotToday => phrases.Say("nudge.not-today", language);

    public string Why => phrases.Say("nudge.why", language);

    public string Snooze(int minutes) => phrases.Say("nudge.snooze", language, ("minutes", minutes));

    public string Heading(int minutes) => minutes == 1
        ? phrases.Say("nudge.heading-one", language)
        : phrases.Say("nudge.heading", language, ("minutes", minutes));

    public string Progress(int walks, int goal) => (walks, goal) switch
    {
        _ when walks <= goal && goal > 1 => phrases.Say("nudge.progress", language, ("walks", walks), ("goal", goal)),
        (1, _) => phrases.Say("nudge.progress-one", language),
        _ => phrases.Say("nudge.progress-over", language, ("walks", walks)),
    };

    public string Source(string section) => phrases.Say("nudge.source", language, ("section", section));

    public string Summary(int minutes, int walks, int goal) => walks > 0 && walks <= goal
        ? phrases.Say("nudge.summary-progress", language, ("minutes", minutes), ("walks", walks), ("goal", goal))
        : phrases.Say("nudge.summary", language, ("minutes", minutes));
}
