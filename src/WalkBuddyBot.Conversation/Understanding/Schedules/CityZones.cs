using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>
/// Places that people name and that the zone database does not: large cities, states and provinces of one zone, and what zones are called
/// in speech. A name that several well-known places share, or a state of two zones, is left out: it would be a guess.
/// </summary>
internal static class CityZones
{
    private static readonly (string Zone, string Names)[] All =
    [
        ("America/New_York", """
            boston|philadelphia|washington dc|atlanta|miami|orlando|baltimore|pittsburgh|cleveland|buffalo|nyc|new york city|brooklyn
            manhattan
            massachusetts|new jersey|pennsylvania|connecticut|vermont|new hampshire|maine|virginia|north carolina|south carolina|ohio
            maryland|delaware|rhode island
            """),
        ("America/Chicago", "dallas|houston|austin|san antonio|minneapolis|milwaukee|new orleans|memphis|st louis|kansas city|"
            + "nashville|illinois|wisconsin|iowa|minnesota|missouri|arkansas|louisiana|mississippi|oklahoma|alabama"),
        ("America/Denver", "salt lake city|albuquerque|colorado|utah|wyoming|montana|new mexico"),
        ("America/Phoenix", "arizona|tucson"),
        ("America/Los_Angeles", "san francisco|san diego|seattle|las vegas|sacramento|san jose|california|la"),
        ("Pacific/Honolulu", "hawaii"),
        ("America/Toronto", "ottawa|montreal|quebec city"),
        ("America/Vancouver", "british columbia"),
        ("America/Edmonton", "calgary|alberta"),
        ("America/Sao_Paulo", "rio de janeiro|rio"),
        ("Europe/London", "manchester|edinburgh|glasgow|liverpool|leeds|bristol|cardiff|scotland|wales|great britain|united kingdom"),
        ("Europe/Berlin", "munich|hamburg|cologne|frankfurt|stuttgart|leipzig|dresden|germany|deutschland"),
        ("Europe/Madrid", "barcelona|seville|valencia|malaga|bilbao"),
        ("Europe/Paris", "lyon|marseille|toulouse|nice france|bordeaux|lille"),
        ("Europe/Rome", "milan|naples|turin|florence|venice|bologna|italy"),
        ("Europe/Lisbon", "porto"),
        ("Europe/Amsterdam", "rotterdam|the hague|utrecht|holland"),
        ("Europe/Brussels", "antwerp|ghent"),
        ("Europe/Warsaw", "krakow|gdansk"),
        ("Europe/Zurich", "geneva|basel|bern"),
        ("Europe/Stockholm", "gothenburg|malmo"),
        ("Europe/Dublin", "cork ireland|galway"),
        ("Asia/Kolkata", "mumbai|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|pune|india|ist india"),
        ("Asia/Shanghai", "beijing|shenzhen|guangzhou|china"),
        ("Asia/Tokyo", "osaka|kyoto|jst"),
        ("Asia/Dubai", "abu dhabi"),
        ("Asia/Karachi", "lahore|islamabad"),
        ("Asia/Ho_Chi_Minh", "hanoi|saigon"),
        ("Australia/Sydney", "canberra"),
        ("Australia/Brisbane", "queensland"),
        ("Pacific/Auckland", "wellington|christchurch"),
        ("Africa/Johannesburg", "cape town|durban|pretoria"),
        ("Africa/Lagos", "abuja"),
        ("CET", "central european|central european time"),
        ("Europe/London", "british time|uk time"),
    ];

    // Ordinary words elsewhere; zones only where a zone is spoken of.
    private static readonly (string Zone, string Names)[] Spoken =
    [
        ("America/New_York", "eastern|us eastern|eastern time|eastern standard time|eastern daylight time|east coast|us east coast"),
        ("America/Chicago", "central|us central|central time|central standard time"),
        ("America/Denver", "mountain|us mountain|mountain time|mountain standard time"),
        ("America/Los_Angeles", "pacific|us pacific|pacific time|pacific standard time|west coast|us west coast"),
    ];

    /// <summary>Every name and its zone.</summary>
    public static FrozenDictionary<string, string> Names { get; } = All.Concat(Spoken)
        .SelectMany(one => one.Names.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => (name, one.Zone)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Zone);

    /// <summary>Names that are ordinary words as well.</summary>
    public static FrozenSet<string> Words { get; } =
        new[] { "la", "rio", "nice france", "eastern", "central", "mountain", "pacific", "east coast", "west coast", "buffalo", "turin",
            "wellington", "cologne", "virginia", "maine" }
            .ToFrozenSet();
}
