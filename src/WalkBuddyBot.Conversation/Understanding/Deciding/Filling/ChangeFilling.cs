using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Deciding.Filling;

/// <summary>What is to be changed, or taken away, of a wish in words of one's own.</summary>
internal static class ChangeFilling
{
    public static Meaning Of(Message message)
    {
        var removing =
            message.SaysAny("remove", "delete", "drop", "cancel", "scrap", "ditch", "clear", "get rid of", "no longer", "no more",
            "lose", "take off", "take out", "without");
        var ask = Meanings.Asking(Intents.ChangeTime, Asks.Times, new Slots { Off = removing });
        if (Unread.In(message.Scan) || Unread.IsApart(message.Scan) || message.Scan.Pieces.IsEmpty)
        {
            return ask;
        }

        var meaning = removing ? Removal.Of(message, Slots.None) : Change.Of(message, Slots.None);


        // "I said six but I meant seven": which is which is not known here.
        return meaning is null || (meaning.Slots.Times.Length > 1 && !Unread.IsList(message.Scan)) ? ask : meaning;
    }
}
