using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Messages that are a command from end to end.</summary>
internal sealed class CommandStage : IStage
{
    public Meaning? Try(Message message)
    {
        var label = Phrases.Label(message.Words) ?? Phrases.Label(Courtesy.Strip(message.Words))
            ?? Courtesy.Only(message) ?? Repeated(message.Words);
        return label switch
        {
            null => null,
            Intents.Skip => Meanings.Sure(label, new Slots { Which = IsNext(message.Words) ? "next" : "today" }),
            Intents.Pause => Meanings.Asking(label, Asks.PauseUntil, Slots.None),
            Intents.TimeZone => message.Words.Split(' ')[0] is "what" or "which"
                ? Meanings.Sure(label) : Meanings.Asking(label, Asks.Zone, Slots.None),
            Intents.ChangeTime => Meanings.Asking(label, Asks.Times, new Slots { Off = message.SaysAny("delete", "remove", "cancel") }),
            Intents.SetReminder => Meanings.Asking(label, Asks.Times, Slots.None),
            Intents.ExportData => Meanings.Sure(label, new Slots { Show = !message.SaysAny("export", "download") }),
            Intents.Feedback => Meanings.Sure(label, new Slots { Opinion = FeedbackStage.Opinion(message.Tokens) }),
            _ => Meanings.Sure(label),
        };
    }

    /// <summary>A date as the value of <see cref="Slots.Which"/>.</summary>
    public static string Which(LocalDate date, LocalDate today) => date == today ? "today" : LocalDatePattern.Iso.Format(date);

    // "undo undo": said once more for good measure. Each is one wish, and one undo is all there is to take back.
    private static string? Repeated(string words) =>
        words.Split(' ') is [var first, _, ..] all && all.All(word => word == first) ? Phrases.Label(first) : null;

    private static bool IsNext(string words) =>
        words.Contains("next", StringComparison.Ordinal) || words.Contains("this", StringComparison.Ordinal);
}
