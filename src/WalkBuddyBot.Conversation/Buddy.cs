using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation;

/// <summary>When a person speaks: safety first, then what was meant, then the dialog that answers it.</summary>
internal sealed class Buddy(
    IUnderstanding understanding,
    ToldBefore safety,
    IDateTimeZoneProvider zones,
    Following following,
    Acquaintance acquaintance,
    AlarmReplies alarms,
    NothingKeptDialog nothingKept,
    Company company,
    Resumption resumption,
    Travelling travelling,
    Remembering remembering) : IBuddy
{
    public TurnOutcome Turn(Heard heard, PersonFacts? facts, Instant now)
    {
        if (facts is null && heard.Verb == Verbs.Returned)
        {
            return new(After: null, [], [], Verbs.Returned);
        }

        var finding = Assess(heard, now);
        var met = acquaintance.Meet(heard, heard.From.Scope == Scope.Personal ? facts : null, now);
        var outcome = finding switch
        {
            { Information: true, Words: not null } => alarms.Inform(finding, heard, met, now),
            { Information: false, Level: >= SafetyLevel.SameDay } => alarms.Alarm(finding, heard, met, now),
            _ => WithNote(Answer(heard, met, known: facts is not null, now), finding.Note),
        };

        outcome = DeleteDataDialog.Left(met.Person, outcome);
        if (outcome.Erases())
        {
            safety.Forget(heard.From.Id);
        }

        if (heard.From.Scope != Scope.Personal)
        {
            return company.Among(outcome, heard);
        }

        // Only words or an install make someone known: an old press never brings back a person who was erased.
        return (facts is not null || Presses.MakesKnown(heard)) && !Acquaintance.IsNoNews(heard, facts, outcome)
            ? outcome with { After = Acquaintance.Leave(outcome.After) }
            : outcome with { After = null, Effects = [] };
    }

    // Everything the client sent is screened, and the highest level found wins.
    private SafetyFinding Assess(Heard heard, Instant now) => heard.Inputs.Values.Prepend(heard.Text)
        .Where(words => !string.IsNullOrWhiteSpace(words))
        .Select(words => safety.Assess(heard, words!, now))
        .Aggregate(SafetyFinding.None, (worst, found) => Rank(found) > Rank(worst) ? found : worst);

    // Words about signs in general give way to any sign, and come before an ordinary answer.
    private static int Rank(SafetyFinding finding) =>
        finding.Information ? 1 : finding.Level == SafetyLevel.None ? 0 : 1 + (int)finding.Level;

    private TurnOutcome Answer(Heard heard, PersonFacts met, bool known, Instant now)
    {
        if (!known && heard is { Verb: not null, From.Scope: Scope.Personal } && !Presses.NeedsNobody(heard) && IsVerb(heard))
        {
            return nothingKept.Turn(Presses.Meaning(heard), heard, met, now);
        }

        var meaning = Understand(heard, met, now);
        if (heard.From.Scope != Scope.Personal)
        {
            return company.Answer(meaning, heard, met, now) ?? following.Follow(meaning, heard, met, now);
        }

        var outcome = resumption.After(following.All(meaning, heard, met, now), meaning, met.Person);
        return remembering.After(travelling.After(outcome, heard, met.Person, now), meaning, heard, met.Person, now);
    }

    private static bool IsVerb(Heard heard) => heard.Verb == Verbs.Answer || Presses.Meaning(heard).Label != Intents.OutOfScope;

    private Meaning Understand(Heard heard, PersonFacts facts, Instant now)
    {
        var person = facts.Person;
        var words = heard.Verb is null ? heard.Text : Presses.Words(heard);
        if (string.IsNullOrWhiteSpace(words))
        {
            return Known(Presses.Meaning(heard));
        }

        var zone = Planning.ZoneOf(person, zones);
        var meaning = understanding.Understand(words, now, zone, WithShownTip(facts, now));
        return meaning.Label == Intents.Yes && person.Dialog?.Slots.GetValueOrDefault(YesNoDialog.Offer) is { } offer
            ? understanding.Understand(offer, now, zone, talk: null) with { Also = meaning.Also, Agreed = true }
            : meaning;
    }

    // A nudge's tip is what a "why?" out of the blue is about.
    private static DialogState? WithShownTip(PersonFacts facts, Instant now)
    {
        var state = facts.Person.Dialog;
        return state is not ({ LastTopic: not null } or { LastTip: not null })
            && NudgeLedger.Newest(facts, now, row => row.Nudge!.Tip is not null) is { Nudge.Tip: { } tip }
            ? (state ?? new(null, null, null, null, Read: 0, now, ImmutableDictionary<string, string>.Empty)) with { LastTip = tip }
            : state;
    }

    // A topic named by a client may be none of ours.
    private Meaning Known(Meaning pressed) =>
        following.Knows(pressed.Label) ? pressed : pressed with { Label = Intents.OutOfScope };

    private static TurnOutcome WithNote(TurnOutcome outcome, string? note)
    {
        if (note is null || outcome.Replies.IsEmpty)
        {
            return outcome;
        }

        var text = $"{outcome.Replies[0].Text}\n\n{note}";
        return outcome with { Replies = outcome.Replies.SetItem(0, outcome.Replies[0] with { Text = text, Speak = Voiced.Speak(text) }) };
    }
}
