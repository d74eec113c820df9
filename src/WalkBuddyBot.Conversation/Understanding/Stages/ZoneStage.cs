using System.Collections.Frozen;
using NodaTime;
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
        travelling traveling this week today visiting we that over clock clocks runs relocated relocating last think you but home these
        days accordingly so need needs your then want on by hour local there got flying permanently recently again
        still yes actually since because hi hey thanks
        """);

    private static readonly string[] Leads =
    [
        "time zone", "timezone", "i am in", "i live in", "i am based in", "i moved to", "i have moved to", "i am from", "set zone",
        "zone is", "zone", "travelling to", "traveling to",
        "change zone", "use", "i am living in", "i am now in", "i just moved to", "we live in", "living in", "moved from", "i am on",
            "relocated", "moved to",
        "we are in", "my clock", "the clock", "your clock", "based in", "i am over in", "we moved", "home is", "flying to",
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
        if (zone is not null && !message.Scan.Pieces.Any(piece => piece is Piece.Zone))
        {
            // What is not around the name is the name.
            strange.Clear();
        }

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
                : Meanings.Asking(Intents.TimeZone, Asks.Zone, Slots.None);
        }

        var words = message.Folded[strange[0].Start..strange[^1].End];
        return Meanings.Refused(Intents.TimeZone, new Fault(Faults.UnknownZone, words), Slots.None);
    }

    /// <summary>The one zone that is named, also by a name that is an ordinary word elsewhere.</summary>
    public static string? Named(Message message)
    {
        if (message.Scan.Pieces.OfType<Piece.Zone>().ToList() is { Count: > 0 } zones)
        {
            return One(message, zones);
        }

        if (message.Scan.Fault is not null)
        {
            return null;
        }

        var words = message.Tokens.Where(token => token.Kind == TokenKind.Word && !Around.Contains(token.Text)).Select(token => token.Text)
            .ToList();
        return words.Count is > 0 and <= ZoneIndex.MostWords ? ZoneIndex.ByPlace(string.Join(' ', words), sure: true) : null;
    }

    // "from New York to Toronto", "not in Leeds but in Rome": the one that is come to. "central European time, Berlin" name one clock.
    private static string? One(Message message, List<Piece.Zone> zones)
    {
        if (zones.Select(zone => zone.Id).Distinct().Count() == 1)
        {
            return zones[0].Id;
        }

        var tokens = message.Tokens;
        var left = zones.FindAll(zone => Lead(zone) is "from" or "left" or "not");
        if (zones.Count == 2 && left.Count == 1)
        {
            return zones.Find(zone => zone != left[0])!.Id;
        }

        var turn = tokens.LastIndexOf(tokens.LastOrDefault(token => token.Text is "but" or "to"));
        if (zones.Count == 2 && turn > zones[0].Start && zones[1].Start >= turn)
        {
            return zones[1].Id;
        }

        var offsets = zones.Select(zone => DateTimeZoneProviders.Tzdb[zone.Id].GetUtcOffset(message.Now)).Distinct().Count();
        return offsets == 1 ? (zones.Find(IsCity) ?? zones[0]).Id : null;

        // A city is a better name of a clock than "central european time".
        bool IsCity(Piece.Zone zone) =>
            message.Scan.WordsOf(zone) is var name && name.Length > 4 && !name.EndsWith("time", StringComparison.Ordinal);

        string Lead(Piece.Zone zone) => tokens[zone.Start].Text is "in" && zone.Start > 0 ? tokens[zone.Start - 1].Text
            : zone.Start > 0 ? tokens[zone.Start - 1].Text : string.Empty;
    }
}
