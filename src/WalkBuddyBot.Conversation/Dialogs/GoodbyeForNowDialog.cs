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
        var from = talk.Heard.From.Id;
        var addresses = talk.Person.Addresses;
        addresses = [.. addresses.Select(address => address.Id == from ? address with { Open = false } : address)];
        var elsewhere = addresses.FirstOrDefault(address => address is { Open: true, Scope: Scope.Personal });
        talk.Person = talk.Person with
        {
            Addresses = addresses,
            NudgeAt = talk.Person.NudgeAt == from ? elsewhere?.Id ?? from : talk.Person.NudgeAt,
            Dialog = null,
            LeftAt = addresses.Any(address => address.Open) ? null : talk.Person.LeftAt ?? talk.Now,
        };
        talk.Do(new Effect.AddressClosed(from));
    }
}
