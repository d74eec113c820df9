using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Screens all that was heard, typed and sent with a press alike, and words the alarm.</summary>
public sealed class SafetyScreen(ISafetyRules rules) : ISafetyScreen
{
    private static readonly Choice Safe = Choice.Of("I'm safe / not me", Verbs.Safe);
    private static readonly Choice Show = Choice.Of("Show my reminders", Verbs.Show);

    /// <inheritdoc/>
    public SafetyAlarm? Screen(Heard heard)
    {
        var worst = SafetyFinding.None;
        foreach (var said in heard.Inputs.Values.Prepend(heard.Text))
        {
            if (!string.IsNullOrWhiteSpace(said) && rules.Assess(said) is { Information: false } found && found.Level > worst.Level)
            {
                worst = found;
            }
        }

        return worst is { Level: >= SafetyLevel.SameDay, Words: { } words } ? new SafetyAlarm(worst.Level, Say(worst, words)) : null;
    }

    private static Reply Say(SafetyFinding found, string words)
    {
        var choice = found.Level >= SafetyLevel.Crisis ? Safe : Show;
        return new Reply(words, words, found.Again ?? words, [choice], Card: null, Replaces: null, Urgency.Safety);
    }
}
