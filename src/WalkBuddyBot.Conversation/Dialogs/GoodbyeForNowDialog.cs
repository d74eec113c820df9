using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// The bot was removed from a chat. Nothing is said, since nobody would read it, and nothing is sent there any more. What the person set is
/// kept for a while, so that an install brings it back.
/// </summary>
internal sealed class GoodbyeForNowDialog(Talks talks) : Dialog(talks, Understanding.Intents.Uninstalled)
{
    protected override void Answer(Talk talk)
    {
        var person = talk.Person;
        var closed = person.Addresses.Where(address => IsThere(address, talk.Heard.From)).Select(address => address.Id).ToList();
        ImmutableArray<Address> addresses =
            [.. person.Addresses.Select(address => closed.Contains(address.Id) ? address with { Open = false } : address)];
        var elsewhere = addresses.FirstOrDefault(address => address is { Open: true, Scope: Scope.Personal });
        talk.Person = person with
        {
            Addresses = addresses,
            NudgeAt = person.NudgeAt is { } at && closed.Contains(at) && elsewhere is not null ? elsewhere.Id : person.NudgeAt,
            Dialog = null,
            LeftAt = addresses.Any(address => address.Open) ? null : person.LeftAt ?? talk.Now,
        };
        closed.ForEach(address => talk.Do(new Effect.AddressClosed(address)));
    }

    // An app is removed for its owner, not for one of their conversations with it.
    private static bool IsThere(Address address, Address from) =>
        address.Scope == Scope.Personal && (address.Channel, address.Tenant, address.Member) == (from.Channel, from.Tenant, from.Member);
}
