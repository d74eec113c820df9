using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Messages that are a command from end to end.</summary>
internal sealed class CommandStage : IStage
{
    public Meaning? Try(Message message)
    {
        var label = Phrases.Label(message.Words) ?? Phrases.Label(Courtesy.Strip(message.Words));
        return label switch
        {
            null => null,
            Intents.Skip => Meanings.Sure(label, new Slots { Which = IsNext(message.Words) ? "next" : "today" }),
            Intents.Pause => Meanings.Asking(label, Asks.PauseUntil, Slots.None),
            Intents.TimeZone => Meanings.Asking(label, Asks.Zone, Slots.None),
            Intents.More when message.Talk?.LastTopic is null => Meanings.NotOurs,
            Intents.Why when message.Talk is not ({ LastTopic: not null } or { LastTip: not null }) => Meanings.NotOurs,
            _ => Meanings.Sure(label),
        };
    }

    /// <summary>A date as the value of <see cref="Slots.Which"/>.</summary>
    public static string Which(LocalDate date, LocalDate today) => date == today ? "today" : LocalDatePattern.Iso.Format(date);

    private static bool IsNext(string words) =>
        words.Contains("next", StringComparison.Ordinal) || words.Contains("this", StringComparison.Ordinal);
}
