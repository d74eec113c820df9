using System.Collections.Frozen;
using NodaTime.TimeZones;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>Zones by their id, by the city in it, and by a country that keeps one time only. All from the zone database itself.</summary>
internal static class ZoneIndex
{
    /// <summary>The most words a name has.</summary>
    public const int MostWords = 4;

    // Names in the database that are ordinary words as well.
    private static readonly FrozenSet<string> Words = new[]
    {
        "act", "wake", "chat", "troll", "male", "center", "north", "south", "west", "general", "easter", "mountain", "central", "eastern",
        "pacific", "universal", "turkey", "zulu", "navajo", "knox", "casey", "davis", "bahia", "lima", "nome", "midway", "reunion", "chad",
        "jersey", "guinea", "christmas", "samoa", "canary", "factory", "local", "thule",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Ids = AllIds();

    private static readonly FrozenDictionary<string, string> Places = AllPlaces();

    /// <summary>The zone of an id, as "europe/berlin".</summary>
    public static string? ById(string id) => Ids.GetValueOrDefault(id);

    /// <summary>The zone of a place, as "new york"; ordinary words only when it is sure that a place is meant.</summary>
    public static string? ByPlace(string place, bool sure = false) =>
        Places.TryGetValue(place, out var id) && (sure || !Words.Contains(place)) ? id : null;

    /// <summary>The words that names of places are made of.</summary>
    public static IEnumerable<string> NameWords => Places.Keys.SelectMany(place => place.Split(' '));

    private static FrozenDictionary<string, string> AllIds()
    {
        var located = TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location => location.ZoneId).ToHashSet();
        var canonical = TzdbDateTimeZoneSource.Default.CanonicalIdMap;

        // An old name such as Asia/Calcutta reads back as the one in use; Europe/Oslo stays what the person said.
        return TzdbDateTimeZoneSource.Default.GetIds()
            .ToFrozenDictionary(
                id => id.ToLowerInvariant(),
                id => located.Contains(id) || !canonical.TryGetValue(id, out var now) ? id : now);
    }

    private static FrozenDictionary<string, string> AllPlaces()
    {
        var places = new Dictionary<string, string>();
        var locations = TzdbDateTimeZoneSource.Default.ZoneLocations!;
        foreach (var location in locations)
        {
            places.TryAdd(LastPart(location.ZoneId), location.ZoneId);
        }

        var placed = TzdbDateTimeZoneSource.Default.GetIds().Where(id => id.Contains('/', StringComparison.Ordinal)
            && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal));
        foreach (var id in placed.Order(StringComparer.Ordinal))
        {
            places.TryAdd(LastPart(id), Ids[id.ToLowerInvariant()]);
        }

        foreach (var country in locations.GroupBy(location => location.CountryName).Where(country => country.Count() == 1))
        {
            places.TryAdd(Plain(country.Key), country.Single().ZoneId);
        }

        foreach (var (name, id) in new[] { ("utc", "UTC"), ("gmt", "Etc/GMT"), ("eastern time", "America/New_York"),
            ("et", "America/New_York"),
            ("central time", "America/Chicago"), ("mountain time", "America/Denver"), ("pacific time", "America/Los_Angeles"),
            ("est", "America/New_York"), ("edt", "America/New_York"),
            ("cst", "America/Chicago"), ("mst", "America/Denver"), ("pst", "America/Los_Angeles"), ("pdt", "America/Los_Angeles"),
            ("bst", "Europe/London"), ("cest", "CET"), ("cet", "CET"), ("eet", "EET"), ("uk", "Europe/London"),
            ("britain", "Europe/London"), ("england", "Europe/London") })
        {
            places[name] = Ids.GetValueOrDefault(id.ToLowerInvariant(), id);
        }

        places["gmt"] = "Etc/GMT";
        places["utc"] = "UTC";
        return places.ToFrozenDictionary();
    }

    private static string LastPart(string id) => Plain(id[(id.LastIndexOf('/') + 1)..]);

    private static string Plain(string name) =>
        Folding.Fold(name, 100).Replace('_', ' ').Replace('-', ' ').Replace(".", string.Empty, StringComparison.Ordinal);
}
