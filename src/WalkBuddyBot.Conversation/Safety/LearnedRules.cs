using WalkBuddyBot.Conversation.Safety.Learning;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>
/// The rules, and after them what was learnt from examples, which may only raise the level. Whatever goes wrong with the learnt part, the
/// rules stand.
/// </summary>
internal sealed class LearnedRules(SafetyRules rules, ILearnedSafety learned) : ISafetyRules
{
    /// <inheritdoc/>
    public SafetyFinding Assess(string text)
    {
        var found = rules.Assess(text);
        return found.Level >= SafetyLevel.SameDay || Sense(text) is not { } sensed || IsQuestion(found, sensed) ? found : rules.Say(sensed);
    }

    // The rules take a question about signs in general for what it is, unless the rest of the message leaves no doubt.
    private static bool IsQuestion(SafetyFinding found, Sensed sensed) => found.Information && !sensed.Sure;

    private Sensed? Sense(string text)
    {
        try
        {
            return learned.Sense(text);
        }
#pragma warning disable CA1031 // A safety reply depends on nothing but the rules: no failure of the learnt part may keep them from speaking.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
