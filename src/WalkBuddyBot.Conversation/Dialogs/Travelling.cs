using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// The client names another zone than the person's: whether their reminders shall move there is asked once, after the answer to what they
/// said, and nothing moves by itself.
/// </summary>
internal sealed class Travelling(Talks talks)
{
    private const int MostChoices = 6;

    public TurnOutcome After(TurnOutcome outcome, Heard heard, Person before, Instant now)
    {
        if (outcome.After is not { } after || outcome.Erases()
            || ZoneNames.Other(heard.ZoneHint, after.Zone, talks.Zones) is not { } other
            || (after.ZoneAsked is { } asked && ZoneNames.Other(other, asked, talks.Zones) is null))
        {
            return outcome;
        }

        // Who has just chosen a zone has answered.
        if (after.Zone != before.Zone)
        {
            return outcome with { After = after with { ZoneAsked = other } };
        }

        return MayAsk(outcome, after, now) ? Ask(outcome, after, other, heard, now) : outcome;
    }

    // With nothing to move there is nothing to ask; and one question at a time.
    private bool MayAsk(TurnOutcome outcome, Person after, Instant now) =>
        after.Standing is Standing.On or Standing.Paused { ByAlarm: false } && after.Dialog?.Question is null
        && outcome.Label is not (Intents.TimeZone or Intents.Goodbye or Verbs.Returned)
        && Planning.ZoneOf(after, talks.Zones) is { } zone && !after.Schedules.All(schedule => Spent.Over(schedule, zone, now))
        && outcome.Replies.LastOrDefault(IsSaid) is { Card: null };

    private static bool IsSaid(Reply reply) => reply.Replaces is null;

    private TurnOutcome Ask(TurnOutcome outcome, Person after, string other, Heard heard, Instant now)
    {
        var speech = talks.SpeechOf(after.Language);
        var state = after.Dialog ?? new DialogState(
            null, null, null, null, Read: 0, now, ImmutableDictionary<string, string>.Empty);
        var asked = Together.Closed(outcome, speech.Say("zone.seems", ("zone", other)));
        var reply = asked.Replies.Last(IsSaid);
        var ways = new Ways(speech);
        return asked with
        {
            After = after with
            {
                ZoneAsked = other,
                Dialog = state with
                {
                    Dialog = Intents.TimeZone,
                    Question = Questions.YesNo,
                    Slots = YesNoDialog.Offering($"my time zone is {other}"),
                    Until = now + Talk.Memory,
                    At = heard.From.Id,
                },
            },
            Replies = asked.Replies.Replace(
                reply, reply with { Choices = [ways.MoveTo(other), ways.No(), .. reply.Choices.Take(MostChoices - 2)] }),
        };
    }
}
