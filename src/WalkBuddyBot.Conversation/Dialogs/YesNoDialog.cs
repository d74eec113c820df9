using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Yes or no where no offer is open, and no to one that is. A yes to an open offer is taken as what was offered.</summary>
internal sealed class YesNoDialog(Talks talks) : Dialog(talks, Understanding.Intents.Yes, Understanding.Intents.No)
{
    /// <summary>The slot that holds what a yes stands for, as it would be typed.</summary>
    public const string Offer = "yes";

    /// <summary>What to keep while a yes would mean these words.</summary>
    public static ImmutableDictionary<string, string> Offering(string command) =>
        ImmutableDictionary<string, string>.Empty.Add(Offer, command);

    protected override void Answer(Talk talk)
    {
        if (talk.Meaning.Label == Understanding.Intents.No && talk.Person.Dialog?.Question is not null)
        {
            talk.Leave();
            talk.Reply(talk.Say("no.left"), talk.Ways.SetReminder(), talk.Ways.Show(), talk.Ways.Help());
            return;
        }

        talk.Reply(talk.Say("yes-no.nothing-asked"), talk.Ways.Help(), talk.Ways.Overview(), talk.Ways.Show());
    }
}
