using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What a turn leaves for the next ten minutes: what was done, what was offered to choose from, and what it was about.</summary>
internal sealed class Remembering(IDateTimeZoneProvider zones)
{
    public TurnOutcome After(TurnOutcome outcome, Meaning meaning, Heard heard, Person before, Instant now)
    {
        if (outcome.After is not { Standing: not Standing.Stopped } after)
        {
            return outcome;
        }

        var acted = after.Undo is not null && !ReferenceEquals(after.Undo, before.Undo);
        var takenBack = after.Undo is null && before.Undo is not null;
        var offered = meaning.Label == Intents.OutOfScope ? Offered(outcome) : [];
        var label = meaning.Also.IsEmpty ? meaning.Label : null;
        if (after.Dialog is null && !acted && offered.IsEmpty && label != Intents.Progress)
        {
            return outcome;
        }

        var state = after.Dialog ?? new DialogState(
            null, null, null, null, Read: 0, now + Talk.Memory, ImmutableDictionary<string, string>.Empty);
        state = state with
        {
            Until = acted || !offered.IsEmpty || state.Until <= now ? now + Talk.Memory : state.Until,
            At = heard.From.Id,
            Action = acted ? Done(Last(meaning), before, after, now) : takenBack ? null : state.Action,
            Offered = offered.IsEmpty ? state.Offered : offered,
            LastLabel = label,
        };
        return outcome with { After = after with { Dialog = state } };
    }

    // Of several wishes in one message the last that does something is the one that is put right.
    private static Meaning Last(Meaning meaning) => meaning.Also.LastOrDefault(also => Acts(also.Label)) ?? meaning;

    private static bool Acts(string label) => label is Intents.SetReminder or Intents.ChangeTime or Intents.Goal or Intents.LogWalk
        or Intents.Pause or Intents.QuietHours or Intents.Skip or Intents.TimeZone;

    private LastAction Done(Meaning meaning, Person before, Person after, Instant now)
    {
        var zone = Planning.ZoneOf(after, zones) ?? DateTimeZone.Utc;
        var listed = before.Schedules.RemoveAll(schedule => Spent.Over(schedule, zone, now));
        var changed = listed.Where(schedule => !after.Schedules.Any(there => there.Id == schedule.Id && there.When.IsSame(schedule.When))).ToList();
        int? place = changed is [var only] ? listed.IndexOf(only) + 1 : null;
        return new(meaning.Label, now, KeptSlots.Keep(meaning.Slots), place, listed.Length);
    }

    // As each would be typed: a pressed button and its typed title do the same.
    private static ImmutableArray<string> Offered(TurnOutcome outcome) =>
    [
        .. outcome.Replies.SelectMany(reply => reply.Choices).Where(choice => choice.Verb is not Verbs.Help)
            .Select(choice => choice.Inputs.GetValueOrDefault("say") ?? choice.Inputs.GetValueOrDefault("answer") ?? choice.Title),
    ];
}
