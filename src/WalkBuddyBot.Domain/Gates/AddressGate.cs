using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>Where the bot was removed, or the channel said that it cannot be reached any more, nothing is sent.</summary>
internal sealed class AddressGate : IGate
{
    public Verdict? Ask(PersonFacts facts, Outgoing nudge, Instant now) =>
        facts.Gone.Contains(nudge.To) || facts.Person.Addresses.FirstOrDefault(address => address.Id == nudge.To) is { Open: false }
            ? new Verdict.Drop(DropReasons.Gone)
            : null;
}
