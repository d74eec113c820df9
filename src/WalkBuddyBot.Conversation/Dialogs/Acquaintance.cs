using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The person as this message finds them: met for the first time, at a new address, with what has run out forgotten.</summary>
internal sealed class Acquaintance(IDateTimeZoneProvider zones)
{
    public PersonFacts Meet(Heard heard, PersonFacts? facts, Instant now)
    {
        var known = facts ?? new PersonFacts(Person.FirstHeard(heard), Last84Days: [], Nudges30Days: []);
        var person = AtAddress(known.Person, heard.From);
        var talks = (person.Parked ?? []).Append(person.Dialog).OfType<DialogState>().Where(state => now < state.Until).ToList();
        return known with
        {
            Person = person with
            {
                Zone = person.Zone ?? ZoneNames.Valid(heard.ZoneHint, zones),
                Dialog = talks.FirstOrDefault(state => state.At is null || state.At == heard.From.Id),
                Parked = [.. talks.Where(state => state.At is not null && state.At != heard.From.Id)],
                Undo = person.Undo is { } step && now < step.Until ? step : null,
                Standing = person.Standing is Standing.Paused paused && now >= paused.Until ? new Standing.On() : person.Standing,
            },
        };
    }

    /// <summary>The person as they are left: whoever can be reached has not left us.</summary>
    public static Person? Leave(Person? person) =>
        person?.LeftAt is not null && person.Addresses.Any(address => address.Open) ? person with { LeftAt = null } : person;

    /// <summary>An install that was told of before leaves the person as they are: the events of one install do not get in each other's way.</summary>
    public static bool IsNoNews(Heard heard, PersonFacts? facts, TurnOutcome outcome) =>
        heard.Verb == Verbs.Installed && outcome.Replies.IsEmpty && facts?.Person.NudgeAt == heard.From.Id
        && IsOpen(facts.Person, heard.From.Id);

    private static Person AtAddress(Person person, Address from)
    {
        var there = person.Addresses.FirstOrDefault(address => address.Id == from.Id);
        return person with
        {
            // Whoever speaks from a closed address has come back to it.
            Addresses = there is null ? person.Addresses.Add(from) : there.Open ? person.Addresses : person.Addresses.Replace(there, from),
            NudgeAt = IsOpen(person, person.NudgeAt) ? person.NudgeAt : from.Scope == Scope.Personal ? from.Id : person.NudgeAt,
        };
    }

    private static bool IsOpen(Person person, AddressId? at) => person.Addresses.Any(address => address.Id == at && address.Open);
}
