using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"my time zone is Europe/Berlin", "I live in Lisbon", "I moved to Sydney".</summary>
internal sealed class ZoneStage : IStage
{
    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        my time zone timezone is now set change to update use switch i am in live moved move just have to the please it
        should be no actually
        currently based here at a new our it's from put make me i've been wrong for and of city near currently living staying am
        travelling traveling this week today visiting
        """);

    private static readonly string[] Leads =
    [
        "time zone", "timezone", "i am in", "i live in", "i am based in", "i moved to", "i have moved to", "i am from", "set zone",
        "zone is", "zone", "travelling to", "traveling to",
        "change zone", "use", "i am living in", "i am now in", "i just moved to",
    ];

    public Meaning? Try(Message message)
    {
        if (message.Scan is { Rest.IsEmpty: true, Pieces: [Piece.Zone alone] })
        {
            return Meanings.Sure(Intents.TimeZone, new Slots { Zone = alone.Id });
        }

        if (!Leads.Any(lead => message.Words.Contains(lead, StringComparison.Ordinal))
            || message.Scan.Rest.Any(token => Vocabulary.Triggers.Contains(token.Text)))
        {
            return null;
        }

        var zone = Named(message);
        var strange = message.Scan.Rest.Where(token => !Around.Contains(token.Text)).ToList();
        if (zone is not null && strange.Count == 0)
        {
            return Meanings.Sure(Intents.TimeZone, new Slots { Zone = zone });
        }

        if (message.Scan.Fault is { Code: Faults.UnknownZone } fault && strange.Count == 0)
        {
            return Meanings.Refused(Intents.TimeZone, fault, Slots.None);
        }

        // Only someone who says "time zone" can have named a wrong one: "I am in pain" names none.
        var outright = message.Words.Contains("time zone", StringComparison.Ordinal)
            || message.Words.Contains("timezone", StringComparison.Ordinal);
        if (!outright || zone is not null || message.Words.StartsWith("what", StringComparison.Ordinal))
        {
            return null;
        }

        if (strange.Count is 0 or > 3)
        {
            return strange.Count > 0 ? null
                : message.Zone is null ? Meanings.Asking(Intents.TimeZone, Asks.Zone, Slots.None) : Meanings.Sure(Intents.TimeZone);
        }

        var words = message.Folded[strange[0].Start..strange[^1].End];
        return Meanings.Refused(Intents.TimeZone, new Fault(Faults.UnknownZone, words), Slots.None);
    }

    /// <summary>The one zone that is named, also by a name that is an ordinary word elsewhere.</summary>
    public static string? Named(Message message)
    {
        if (message.Scan.Pieces.OfType<Piece.Zone>().ToList() is { Count: > 0 } zones)
        {
            return zones.Count == 1 ? zones[0].Id : null;
        }

        if (message.Scan.Fault is not null)
        {
            return null;
        }

        var words = message.Tokens.Where(token => token.Kind == TokenKind.Word && !Around.Contains(token.Text)).Select(token => token.Text)
            .ToList();
        return words.Count is > 0 and <= ZoneIndex.MostWords ? ZoneIndex.ByPlace(string.Join(' ', words), sure: true) : null;
    }
}
