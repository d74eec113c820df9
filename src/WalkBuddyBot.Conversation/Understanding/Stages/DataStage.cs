using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>What is kept of a person: "delete my data", "forget me", "export my data", "what do you know about me".</summary>
internal sealed class DataStage : IStage
{
    private static readonly FrozenSet<string> Erasing = Vocabulary.Set("delete erase forget remove wipe clear destroy purge deleted erased removed wiped");

    private static readonly FrozenSet<string> Taking = Vocabulary.Set("export download copy backup send extract");

    private static readonly FrozenSet<string> Kept = Vocabulary.Set("data info information account history profile records record details");

    private static readonly FrozenSet<string> Showing = Vocabulary.Set("what which who show see view where is tell how why");

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        deleted erased removed wiped walking walk delete erase forget remove wipe clear destroy purge export download copy backup send
        extract
        data info information account history profile records record details everything anything all
        my mine me about of on you your i know have has keep kept store stored storing collect collected hold holding saved save got
        what which who show see view where is are do does how can could would please want need like to a an the that it and this
        personal from bot walkbuddy now completely permanently forever entirely right away for as json csv file in out get give let
        gdpr request be forgotten ever hey hi ok okay just us them with there any safe private shared happens happen walks log
        """);

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        if (!scan.Pieces.IsEmpty || scan.Rest.Any(token => !Around.Contains(token.Text)))
        {
            return null;
        }

        bool Says(FrozenSet<string> words) => scan.Rest.Any(token => words.Contains(token.Text));
        if (message.SaysAny("export everything", "export all", "download everything", "export my walks", "export my log",
            "download my walks", "export walks"))
        {
            return Meanings.Sure(Intents.ExportData);
        }

        var ofMe = Says(Kept) || message.SaysAny("about me", "of me", "on me");
        var asked = Says(Showing) && !message.SaysAny("how do i", "how can i", "how to", "could you", "can you");
        if (Says(Erasing))
        {
            var mine = message.SaysAny("my", "me", "mine", "i", "all data", "all the data", "all information");
            return (ofMe && mine) || message.SaysAny("forget me", "delete me", "erase me", "be forgotten", "delete everything",
                "erase everything",
                "forget everything", "wipe everything", "forget all", "delete all", "erase all") ? Meanings.Sure(Intents.DeleteData) : null;
        }

        if (message.Says("be forgotten"))
        {
            return Meanings.Sure(Intents.DeleteData);
        }

        return !ofMe ? null
            : Says(Taking) || message.SaysAny("get my data", "have my data", "give me my data", "want my data", "need my data",
            "get all my data", "give me all my data",
                "give me everything", "want all my data", "have all my data")
                ? Meanings.Sure(Intents.ExportData)
            : asked && message.SaysAny("my", "me", "you", "i") && !message.Says("about you")
            ? Meanings.Sure(Intents.ExportData, new Slots { Show = true })
            : scan.Rest.Length <= 2 && message.Says("my data") ? Meanings.Sure(Intents.ExportData, new Slots { Show = true })
            : null;
    }
}
