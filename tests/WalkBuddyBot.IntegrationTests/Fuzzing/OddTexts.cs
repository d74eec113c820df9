using System.Globalization;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>What people, and those who wish us ill, may type.</summary>
internal static class OddTexts
{
    private static readonly string[] Pieces =
    [
        "walk", "remind me weekdays at 10:30", "every 2 hours between 9 and 5", "stop", "my back hurts", "i walked 20 minutes", "undo", "help",
        "pause until monday", "make it 11", "Europe/Lisbon", "America/Argentina/ComodRivadavia", "Mars/Olympus", "UTC+25", "delete my data",
        "'; DROP TABLE person;--", "\" OR 1=1 --", "<script>alert(1)</script>", "<at>Bot</at>", "<at>", "</at></at>", "&nbsp;", "{name}", "{{0}}",
        "{0:N99999999}", "%s%n%x", "${jndi:ldap://x}", "$(id)", "../../etc/passwd", "C:\\NUL", "__proto__", "constructor", "$type", "null", "NaN",
        "\u202Ekcab", "\u200B\u200B", "\uFEFF", "\u2028", "\u0007", "\u001B[31m", "\r\n\r\n", "\t", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
        "\uD83D\uDC5F\uD83D\uDC5F", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\u0645\u0631\u062D\u0628\u0627", "\u4F60\u597D", "\uFF11\uFF10:\uFF13\uFF10",
        "99999999999999999999", "-1", "1e308", "25:61", "24:00", "at", "every", "0 minutes", "in 999999999 years", "31 february", "0000-00-00",
        "9999-12-31T23:59:59", "at 10:30 at 10:30 at 10:30", "no no no no", "**bold**", "[x](javascript:alert(1))", "|a|b|", "ﷺ", "ı İ ß ſ",
    ];

    public static string Any(Random random) => random.Next(12) switch
    {
        0 => "",
        1 => new string(Pick(random, " ", "a", "\u0301", "(", "\uD83D\uDC5F")[0], random.Next(1, 5000)),
        2 => string.Join(' ', Enumerable.Repeat(Pick(random, Pieces), random.Next(1, 400))),
        3 => Zalgo(random),
        _ => string.Join(Pick(random, " ", ", ", "", "\n"), Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pick(random, Pieces))),
    };

    public static T Pick<T>(Random random, params T[] all) => all[random.Next(all.Length)];

    private static string Zalgo(Random random) => string.Concat(
        Pick(random, Pieces).SelectMany(letter => Enumerable.Range(0, random.Next(0, 20))
            .Select(_ => ((char)random.Next(0x300, 0x36F)).ToString(CultureInfo.InvariantCulture)).Prepend(letter.ToString())));
}
