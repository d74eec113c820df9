using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What follows from a meaning: the dialog that answers it, or one after another where a message holds several wishes.</summary>
internal sealed class Following(IEnumerable<IDialog> dialogs, Talks talks, RefusedDialog refused)
{
    private readonly FrozenDictionary<string, IDialog> _dialogs = dialogs
        .SelectMany(dialog => dialog.Intents.Select(intent => KeyValuePair.Create(intent, dialog)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether some dialog answers it.</summary>
    public bool Knows(string label) => _dialogs.ContainsKey(label);

    /// <summary>What follows from all that a message asks for.</summary>
    public TurnOutcome All(Meaning meaning, Heard heard, PersonFacts facts, Instant now) =>
        meaning.Also.IsEmpty ? Follow(meaning, heard, facts, now) : Each(meaning, heard, facts, now);

    /// <summary>What follows from one wish. What is put right is taken back first, so that one undo leads behind both.</summary>
    public TurnOutcome Follow(Meaning meaning, Heard heard, PersonFacts facts, Instant now)
    {
        var dialog = DeleteDataDialog.IsMeant(meaning, heard, facts.Person) ? _dialogs[Intents.DeleteData] : DialogFor(meaning);
        if (meaning.Amends && facts.Person.Undo is not null)
        {
            var back = _dialogs[Intents.Undo].Turn(Presses.Of(Intents.Undo), heard, facts, now);
            var again = dialog.Turn(meaning, heard, Carried.Over(facts, back), now);
            if (again.After?.Undo is not null)
            {
                // The reminder that was answered stays answered.
                return again with { Effects = [.. back.Effects.Where(effect => effect is not Effect.NudgeAnswered), .. again.Effects] };
            }
        }

        return dialog.Turn(meaning, heard, facts, now);
    }

    // In their order, except that what has to be asked comes last. Each has a key of its own, since ids are made of it.
    private TurnOutcome Each(Meaning meaning, Heard heard, PersonFacts met, Instant now)
    {
        var wishes = meaning.Also.Where(also => also.Label != Intents.Thanks).Prepend(meaning)
            .Select((wish, at) => (Wish: wish, Heard: at == 0 ? heard : heard with { Key = $"{heard.Key}/{at}" })).ToList();
        var (facts, asking) = (met, new List<(Meaning Wish, Heard Heard)>());
        TurnOutcome? all = null;
        foreach (var (wish, told) in wishes)
        {
            var outcome = Follow(wish, told, facts, now);
            if (outcome.Erases())
            {
                return outcome;
            }

            if (IsAsking(outcome, facts.Person))
            {
                asking.Add((wish, told));
                continue;
            }

            (all, facts) = (all is null ? outcome : Together.Of(all, outcome), Carried.Over(facts, outcome));
        }

        foreach (var (wish, told) in asking)
        {
            var outcome = Follow(wish, told, facts, now);
            (all, facts) = (all is null ? outcome : Together.Of(all, outcome), Carried.Over(facts, outcome));
        }

        return Framed(all!, meaning, met.Person);
    }

    private TurnOutcome Framed(TurnOutcome outcome, Meaning meaning, Person person)
    {
        var speech = talks.SpeechOf(person.Language);
        var framed = outcome with { Label = meaning.Label, Also = [.. meaning.Also.Select(also => also.Label)] };
        framed = meaning.Also.Any(also => also.Label == Intents.Thanks) ? Together.Opened(framed, speech.Say("several.thanks")) : framed;
        return meaning.LeavesSome ? Together.Closed(framed, speech.Say("several.most")) : framed;
    }

    private static bool IsAsking(TurnOutcome outcome, Person before) =>
        outcome.After?.Dialog is { Question: not null } state && !ReferenceEquals(state, before.Dialog)
        && (state.Question != before.Dialog?.Question || state.Slots != before.Dialog.Slots);

    private IDialog DialogFor(Meaning meaning) => meaning.Error switch
    {
        Faults.UnknownZone => _dialogs[Intents.TimeZone],
        not null => refused,
        null => _dialogs.GetValueOrDefault(meaning.Label) ?? _dialogs[Intents.OutOfScope],
    };
}
