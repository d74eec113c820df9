using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Deciding;

/// <summary>
/// Which rules give way to a sure classifier, and how sure it must be. Counted over the examples, each judged by a classifier that had
/// not seen it: of the messages that a rule and the classifier read differently, how many either had right. A rule that is not named
/// never gives way; stop, titles and the answers to questions could not.
/// </summary>
internal static class Yielding
{
    private static readonly FrozenDictionary<Type, double> From = new Dictionary<Type, double>
    {
        [typeof(ReminderStage)] = 0.5,
        [typeof(ChangeStage)] = 0.9,
        [typeof(PauseStage)] = 0.5,
        [typeof(StatusStage)] = 0.5,
        [typeof(FeedbackStage)] = 0.5,
        [typeof(TipStage)] = 0.8,
        [typeof(CommandStage)] = 0.9, // a phrase that stands there word for word does not give way
    }.ToFrozenDictionary();

    // A reminder that is complete by the rules is right more often; that a message which names one asks for help is little but a guess.
    private const double Whole = 0.9;

    private const double Guessed = 0.3;

    private const double Known = 0.5;

    /// <summary>Whether a verdict is believed instead of what a rule found.</summary>
    public static bool To(Found found, Message message, Func<Verdict> verdict) =>
        From.TryGetValue(found.Rule.GetType(), out var least)
        && !(found.Rule is CommandStage && Phrases.Label(message.Words) is not null)
        && !(found.Rule is ChangeStage && message.Talk is { Action: not null })
        && verdict() is { Band: Band.Answer } sure && sure.Label != found.Meaning.Label && Bands.Score(sure) >= Least(found, least)
        && !IsRuled(sure.Label, found.Meaning);

    // A stop is never read into words that a rule knows, and "remind me in 20 minutes" is a reminder whether or not one has just come.
    private static bool IsRuled(string label, Meaning found) =>
        label == Intents.Stop || (label == Intents.Snooze && found is { Label: Intents.SetReminder, Slots.Elapsed: not null });

    private static double Least(Found found, double least) => found switch
    {
        { Meaning: { Label: Intents.SetReminder, Ask: null, Error: null } } => Math.Max(least, Whole),
        // A change that knows no more than that something is to change.
        { Rule: ChangeStage, Meaning.Ask: Asks.Times } => Known,
        { Rule: ReminderStage, Meaning.Label: Intents.Help or Intents.Status or Intents.ShowSchedule } => Guessed,
        _ => least,
    };
}
