using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Deciding.Filling;

/// <summary>Goals, hours and zones of a wish in words of one's own.</summary>
internal static class RuleFilling
{
    private static readonly FrozenSet<string> Quiet = Vocabulary.Set(
        "no not never nothing quiet silent silence shut hush sleep sleeping asleep bed disturb mute off stop leave without avoid");

    private static readonly FrozenSet<string> Allowed = Vocabulary.Set(
        "only just fine ok okay free available reachable allowed keep limit");

    private static readonly string[] Taking =
        ["remove", "delete", "drop", "scrap", "get rid of", "clear", "cancel", "no goal", "no target", "without a goal", "turn off",
            "switch off",
            "lift", "no more", "no longer", "forget", "do not want", "do not need", "no goals", "no targets", "ditch", "lose the"];

    public static Meaning Goal(Message message)
    {
        var scan = message.Amounts;
        if (scan.Pieces.All(piece => piece is Piece.Per) && !Unread.In(scan))
        {
            return message.SaysAny(Taking) ? Meanings.Sure(Intents.Goal, new Slots { Off = true })
                : IsQuestion(message) ? Meanings.Sure(Intents.Goal, new Slots { Show = true })
                : Meanings.Asking(Intents.Goal, Asks.Goal, Slots.None);
        }

        return Unread.In(scan) ? Meanings.Asking(Intents.Goal, Asks.Goal, Slots.None) : GoalStage.Read(message, Slots.None, week: false);
    }

    public static Meaning Hours(Message message)
    {
        var scan = message.Scan;
        if (scan.Pieces.IsEmpty && !Unread.In(scan))
        {
            return message.SaysAny(Taking) ? Meanings.Sure(Intents.QuietHours, new Slots { Off = true })
                : IsQuestion(message) ? Meanings.Sure(Intents.QuietHours, new Slots { Show = true })
                : Meanings.Asking(Intents.QuietHours, Asks.Quiet, Slots.None);
        }

        var quiet = scan.Rest.Any(token => Quiet.Contains(token.Text));
        var allowed = scan.Rest.Any(token => Allowed.Contains(token.Text));
        // "Every day" says nothing that quiet hours do not.
        scan = scan with { Pieces = [.. scan.Pieces.Where(piece => piece is not Piece.Days { Of.Count: 7, Except: false })] };
        var read = message with { Scan = scan };
        var plain = scan.Pieces.All(piece => piece is Piece.Window or Piece.Clock or Piece.Part or Piece.Bad) && !Unread.In(scan)
            && quiet != allowed;
        return plain ? QuietStage.Read(read, Slots.None, fence: allowed) : Meanings.Asking(Intents.QuietHours, Asks.Quiet, Slots.None);
    }

    public static Meaning Zone(Message message) =>
        ZoneStage.Named(message) is { } zone ? Meanings.Sure(Intents.TimeZone, new Slots { Zone = zone })
        : message.Scan.Pieces.Any(piece => piece is Piece.Zone) ? Meanings.Asking(Intents.TimeZone, Asks.Zone, Slots.None)
        : message.Scan.Fault is { Code: Faults.UnknownZone } fault ? Meanings.Refused(Intents.TimeZone, fault, Slots.None)
        : message.Zone is null ? Meanings.Asking(Intents.TimeZone, Asks.Zone, Slots.None)
        : Meanings.Sure(Intents.TimeZone);

    private static bool IsQuestion(Message message) =>
        message.IsAsked && !message.SaysAny("can you", "could you", "can i", "could i", "would you", "will you", "may i")
        || message.SaysAny("what is", "what was", "what are", "what did", "remind me what", "tell me", "show me", "do i have", "which")
        || (message.Scan.Rest is [{ Text: "what" or "when" or "which" or "how" or "do" or "did" or "have" }, ..]
            && !message.SaysAny("do not", "when i"));
}
