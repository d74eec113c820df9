using WalkBuddyBot.Conversation.Understanding.Classifying;

namespace WalkBuddyBot.Conversation.Understanding.Deciding;

/// <summary>
/// Joins what a rule found with what the classifier makes of the words. A rule is right nearly always where it knows at all, so it is
/// believed, but for the few that a sure classifier corrects; where none knows, the classifier's bands decide.
/// </summary>
internal static class Decider
{
    /// <summary>What is meant, given what the rules found.</summary>
    public static Meaning Of(Message message, Found? found, IClassifier classifier)
    {
        if (!IsReadable(message))
        {
            return found?.Meaning ?? Meanings.NotOurs with { Score = 0 };
        }

        Verdict? judged = null;
        Verdict Judged() => judged ??= classifier.Classify(ClassifierText.Of(message));
        return found switch
        {
            null => Banded(Judged(), message),
            { Meaning.Label: Intents.NotAWalk } declined => Reconsidered(declined.Meaning, Banded(Judged(), message)),
            { } rule when Yielding.To(rule, message, Judged) => Banded(Judged(), message),
            { } rule => ReminderObject.Check(rule.Meaning, message),
        };
    }

    // That something is no walk is a guess of the rule from a word that it does not know: the classifier knows more of them.
    private static Meaning Reconsidered(Meaning declined, Meaning meaning) =>
        meaning.Label == Intents.OutOfScope && meaning.Offers.IsEmpty ? declined : meaning;

    private static Meaning Banded(Verdict verdict, Message message) => ReminderObject.Check(Bands.Of(verdict, message), message);

    // The encoder knows English only; of figures, signs and other scripts nothing can be told.
    private static bool IsReadable(Message message) => message.Words.Any(char.IsAsciiLetterLower);
}
