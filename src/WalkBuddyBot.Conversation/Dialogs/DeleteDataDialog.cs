using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Delete my data: asked once, and done at a plain yes within ten minutes. Whatever else is said leaves it.</summary>
internal sealed class DeleteDataDialog(Talks talks) : IDialog
{
    // The input of its buttons that names the question: a "yes" on another card is not an answer to this one.
    private const string Of = "of";
    private const string Question = "delete";

    private static readonly FrozenSet<string> Plain =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "yes", "y", "yep", "yeah", "yup", "confirm");

    public IReadOnlySet<string> Intents { get; } = FrozenSet.Create(StringComparer.Ordinal, Understanding.Intents.DeleteData);

    /// <summary>Whether a yes or a no is an answer to this question.</summary>
    public static bool IsMeant(Meaning meaning, Heard heard, Person person) =>
        meaning.Label is (Understanding.Intents.Yes or Understanding.Intents.No) && (IsAsked(person.Dialog) || heard.Inputs.GetValueOrDefault(Of) == Question);

    /// <summary>The question is forgotten with whatever was said in between.</summary>
    public static TurnOutcome Left(Person before, TurnOutcome outcome) =>
        outcome.Label != Understanding.Intents.DeleteData && IsAsked(before.Dialog) && IsAsked(outcome.After?.Dialog)
            ? outcome with
            {
                After = outcome.After! with
                {
                    Dialog = outcome.After.Dialog! with { Dialog = null, Question = null },
                },
            }
            : outcome;

    public TurnOutcome Turn(Meaning meaning, Heard heard, PersonFacts facts, Instant now)
    {
        var talk = talks.Begin(meaning with { Label = Understanding.Intents.DeleteData }, heard, facts, now);
        if (facts.Person.Version == 0)
        {
            talk.Reply(talk.Say("delete.nothing"), talk.Ways.Weekdays(), talk.Ways.Overview(), talk.Ways.Help());
            return talk.Done() with { After = null };
        }

        if (meaning.Label == Understanding.Intents.DeleteData)
        {
            Ask(talk, talk.Say("delete.ask"));
            return talk.Done();
        }

        if (!IsAsked(facts.Person.Dialog))
        {
            talk.Reply(talk.Say("delete.closed"), DeleteMine(talk), talk.Ways.Show(), talk.Ways.Help());
            return talk.Done();
        }

        if (meaning.Label == Understanding.Intents.No)
        {
            talk.Leave();
            talk.Reply(talk.Say("delete.left"), talk.Ways.Show(), ExportDataDialog.ExportMine(talk), talk.Ways.Help());
            return talk.Done();
        }

        if (!IsPlainYes(heard))
        {
            Ask(talk, talk.Say("delete.plain-yes"));
            return talk.Done();
        }

        var done = heard.From.Channel == Address.WebChat ? talk.Say("delete.done") : talk.Say("delete.done-elsewhere");
        talk.Reply(done, talk.Ways.Weekdays(), talk.Ways.Overview(), talk.Ways.Help());
        return talk.Done() with { After = null, Effects = [new Effect.Erase()] };
    }

    /// <summary>The way to the question.</summary>
    public static Choice DeleteMine(Talk talk) => Ways.Type(talk.Say("choice.delete"), "delete my data");

    private static void Ask(Talk talk, string text)
    {
        talk.AskFor(Understanding.Intents.DeleteData, Questions.YesNo, ImmutableDictionary<string, string>.Empty);
        talk.Reply(
            text,
            Choice.Of(talk.Say("choice.yes"), Verbs.Answer, ("answer", "yes"), (Of, Question)),
            Choice.Of(talk.Say("choice.no"), Verbs.Answer, ("answer", "no"), (Of, Question)),
            ExportDataDialog.ExportMine(talk));
    }

    private static bool IsAsked(DialogState? state) =>
        state is { Dialog: Understanding.Intents.DeleteData, Question: Questions.YesNo };

    // "ok", "fine" and "sure" slip out; nothing is deleted on them.
    private static bool IsPlainYes(Heard heard) => heard.Verb is not null
        ? heard.Inputs.GetValueOrDefault(Of) == Question
        : heard.Text is { } text && Plain.Contains(text.Trim().Split([' ', ',', '.', '!'], 2)[0]);
}
