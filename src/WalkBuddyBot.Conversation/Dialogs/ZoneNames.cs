using NodaTime;
using NodaTime.TimeZones;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Names of time zones as people and clients write them.</summary>
internal static class ZoneNames
{
    private const int LongestTried = 64;

    /// <summary>The name if the zone data knows it as a place's zone, else null. "UTC+2" is no zone: it has no clock changes.</summary>
    public static string? Valid(string? name, IDateTimeZoneProvider zones)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestTried || name.StartsWith("UTC+", StringComparison.Ordinal)
            || name.StartsWith("UTC-", StringComparison.Ordinal))
        {
            return null;
        }

        return zones.GetZoneOrNull(name)?.Id;
    }

    /// <summary>A valid hint that is another zone than the person's, an older name of the same one not counted; else null.</summary>
    public static string? Other(string? hint, string? own, IDateTimeZoneProvider zones) =>
        own is not null && Valid(hint, zones) is { } other && Canonical(other) != Canonical(own) ? other : null;

    /// <summary>Up to <paramref name="most"/> names that the words may have meant, likeliest first.</summary>
    public static IReadOnlyList<string> Near(string words, IDateTimeZoneProvider zones, int most)
    {
        var wanted = Plain(words.Length > LongestTried ? words[..LongestTried] : words);
        if (wanted.Length < 3)
        {
            return [];
        }

        return [.. zones.Ids
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(id => (Id: id, Far: Far(wanted, id)))
            .Where(near => near.Far <= Math.Max(1, wanted.Length / 3))
            .OrderBy(near => near.Far).ThenBy(near => near.Id, StringComparer.Ordinal)
            .DistinctBy(near => Canonical(near.Id))
            .Take(most).Select(near => near.Id)];
    }

    private static string Canonical(string id) =>
        TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(id, out var canonical) ? canonical : id;

    private static string Plain(string words) => string.Concat(words.Where(char.IsLetter)).ToLowerInvariant();

    private static int Far(string wanted, string id)
    {
        var city = Plain(id[(id.LastIndexOf('/') + 1)..]);
        if (wanted.Contains(city, StringComparison.Ordinal) || city.StartsWith(wanted, StringComparison.Ordinal))
        {
            return 0;
        }

        return Math.Min(Distance(wanted, city), Distance(wanted, Plain(id)));
    }

    // Levenshtein's distance, one row at a time.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
