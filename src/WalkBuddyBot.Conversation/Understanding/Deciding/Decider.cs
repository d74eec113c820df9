using WalkBuddyBot.Conversation.Understanding.Classifying;

namespace WalkBuddyBot.Conversation.Understanding.Deciding;

/// <summary>
/// Joins what a rule found with what the classifier makes of the words. A rule is right nearly always where it knows at all, so it is
/// believed, but for the few that a very sure classifier corrects; where none knows, the classifier's bands decide.
/// </summary>
internal sealed class Decider(IClassifier classifier)
{
    /// <summary>What is meant, given what the rules found.</summary>
    public Meaning Of(Message message, Found? found)
    {
        if (!IsReadable(message))
        {
            return found?.Meaning ?? Meanings.NotOurs with { Score = 0 };
        }

        if (found is not { } rule)
        {
            return ReminderObject.Check(Bands.Of(Judge(message), message), message);
        }

        if (rule.Meaning.Label is Intents.NotAWalk or Intents.SetReminder)
        {
            rule = rule with { Meaning = ReminderObject.Check(rule.Meaning, message) };
        }

        var from = Yielding.To(rule.Rule);
        return from <= 1 && Judge(message) is var verdict && verdict.Label != rule.Meaning.Label && verdict.Band == Band.Answer
            && Bands.Score(verdict) >= from
            ? Bands.Of(verdict, message) : rule.Meaning;
    }

    // The encoder knows English only; of figures, signs and other scripts nothing can be told.
    private static bool IsReadable(Message message) => message.Words.Any(char.IsAsciiLetterLower);

    private Verdict Judge(Message message) => classifier.Classify(ClassifierText.Of(message));
}
