
namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Asked for a zone, answered with a word or two that nothing else knows: a place whose zone we do not know.</summary>
internal sealed class UnknownZoneStage(TopicStage topics) : IStage
{
    private const int MostWords = 3;

    public Meaning? Try(Message message)
    {
        var words = message.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (message.Talk?.Question != Questions.Zone || words is 0 or > MostWords || message.Tokens.Any(token => token.IsMark('?'))
            || topics.Try(message)?.Label != Intents.OutOfScope)
        {
            return null;
        }

        var label = message.Talk.Slots.IsEmpty ? Intents.TimeZone : Intents.SetReminder;
        return Meanings.Refused(label, new Fault(Faults.UnknownZone, message.Folded.Trim()), KeptSlots.Read(message.Talk.Slots));
    }
}
