using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"nudge me now", "send me a test reminder": one reminder this minute.</summary>
internal sealed class NudgeMeStage : IStage
{
    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        nudge remind ping poke buzz send give show me a an one the test reminder nudges reminders walk walking sample now right away
        straight immediately instantly asap this minute instant please can could would you will i want need like to get have just once
        hey hi for of moment very second try demo go on then
        """);

    private static readonly string[] Now =
        ["now", "immediately", "right away", "straight away", "instantly", "asap", "this minute", "this instant", "this second", "this moment"];

    private static readonly string[] Tests = ["test reminder", "test nudge", "sample reminder", "test the reminder", "sample nudge", "test reminders",
        "test my reminder", "test a reminder", "test it", "demo reminder"];

    public Meaning? Try(Message message)
    {
        var rest = message.Scan.Rest;
        if (!message.Scan.Pieces.IsEmpty || rest.Any(token => !Around.Contains(token.Text)))
        {
            return null;
        }

        var asked = rest.Any(token => token.Text is "nudge" or "remind" or "ping" or "poke" or "buzz" or "reminder")
            || message.SaysAny("send me one", "send one", "give me one");
        return (asked && Now.Any(message.Says)) || Tests.Any(message.Says) ? Meanings.Sure(Intents.NudgeMe) : null;
    }
}
