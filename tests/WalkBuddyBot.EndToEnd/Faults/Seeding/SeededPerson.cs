using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.EndToEnd.Faults.Seeding;

/// <summary>Somebody with one reminder every day, and a conversation of their own.</summary>
/// <param name="Number">Which.</param>
/// <param name="Web">In our own web chat, or else behind the connector.</param>
/// <param name="Tenant">The organisation; the web has none.</param>
/// <param name="Zone">Where they live.</param>
/// <param name="Due">When they are first due.</param>
internal sealed record SeededPerson(int Number, bool Web, string? Tenant, string Zone, Instant Due)
{
    // None of them changes its clocks within days of the drills' instants but by chance; whoever plans days ahead says which.
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"];

    public string Conversation => $"{(Web ? "web" : "person")}-{Number:D5}";

    /// <summary>The clock time they asked for.</summary>
    public LocalTime Time => Local(Due).TimeOfDay;

    /// <summary>A crowd due at one instant. One in <paramref name="webEach"/> is in the web chat; 0 for nobody.</summary>
    public static IReadOnlyList<SeededPerson> Crowd(int many, Instant due, int webEach = 0, int tenants = 1) =>
    [
        .. Enumerable.Range(0, many).Select(number =>
        {
            var web = webEach > 0 && number % webEach == 0;
            return new SeededPerson(number, web, web ? null : $"tenant-{number % tenants}", Zones[number % Zones.Length], due);
        }),
    ];

    /// <summary>What they are to have at an instant.</summary>
    public Expected At(Instant due) => new(Conversation, LocalDateTimePattern.ExtendedIso.Format(Local(due)), due);

    private LocalDateTime Local(Instant due) => due.InZone(DateTimeZoneProviders.Tzdb[Zone]).LocalDateTime;
}
