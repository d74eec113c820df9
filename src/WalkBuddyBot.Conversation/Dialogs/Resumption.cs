using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// A question that was asked and not answered: whoever asked something in between, or told of a walk, is answered, and then asked again in
/// short. Any other wish takes its place. A move to another zone is asked about once.
/// </summary>
internal sealed class Resumption(Talks talks)
{
    private static readonly FrozenSet<string> Between = FrozenSet.Create(
        StringComparer.Ordinal,
        Intents.Tip,
        Intents.Status,
        Intents.ShowSchedule,
        Intents.Progress,
        Intents.Help,
        Intents.Greeting,
        Intents.Thanks,
        Intents.More,
        Intents.Why,
        Intents.LogWalk,
        Intents.OutOfScope);

    public TurnOutcome After(TurnOutcome outcome, Meaning meaning, Person before)
    {
        if (before.Dialog is not { Question: { } question } waiting || outcome.After is not { } after
            || !outcome.Also.Prepend(outcome.Label).All(label => Between.Contains(label) || talks.Topics.Find(label) is not null)
            || IsAnswer(meaning, question)
            || (after.Dialog?.Question is not null && !IsStill(after.Dialog, waiting))
            || InShort(waiting, question, talks.SpeechOf(after.Language)) is not { } asked)
        {
            return outcome;
        }

        var state = after.Dialog ?? waiting;
        var again = outcome with
        {
            After = after with { Dialog = state with { Dialog = waiting.Dialog, Question = question, Slots = waiting.Slots } },
        };
        return outcome.Label == Intents.Thanks ? again : Together.Closed(again, asked);
    }

    private static bool IsAnswer(Meaning meaning, string question) =>
        meaning.Agreed || (question == Questions.Minutes && meaning.Label == Intents.LogWalk);

    private static bool IsStill(DialogState now, DialogState before) => now.Question == before.Question && now.Dialog == before.Dialog;

    private static string? InShort(DialogState state, string question, Speech speech) => question switch
    {
        Questions.Times => speech.Say("again.times"),
        Questions.HalfOfDay => speech.Say("again.half"),
        Questions.Days => speech.Say("again.days"),
        Questions.Zone => speech.Say("again.zone"),
        Questions.PauseUntil => speech.Say("again.pause"),
        Questions.Minutes => speech.Say("again.minutes"),
        Questions.ChangeWhich => speech.Say("again.which"),
        Questions.Goal => speech.Say("again.goal"),
        Questions.Quiet => speech.Say("again.quiet"),
        Questions.YesNo when state.Dialog == Intents.TimeZone => null,
        Questions.YesNo when state.Slots.GetValueOrDefault(YesNoDialog.Offer) is { } offer => speech.Say("again.offer", ("offer", offer)),
        _ => null,
    };
}
