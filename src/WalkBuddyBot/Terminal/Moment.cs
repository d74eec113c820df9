using System.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.Terminal;

/// <summary>The options <c>--now</c> and <c>--zone</c>: when and where a terminal command pretends to be.</summary>
internal sealed class Moment
{
    private readonly Option<string?> _now = new("--now")
    {
        Description = "Local date and time to answer at, such as 2026-11-23T10:00. Default: now.",
    };

    private readonly Option<string?> _zone = new("--zone")
    {
        Description = "IANA time zone, such as America/New_York. Default: UTC.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_now);
        command.Options.Add(_zone);
        command.Validators.Add(result =>
        {
            var zone = result.GetValue(_zone);
            if (zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            {
                result.AddError($"--zone '{zone}' is not an IANA time zone. Use a name such as Europe/Lisbon or America/New_York.");
            }

            if (result.GetValue(_now) is { } now && !TryParse(now, out _))
            {
                result.AddError($"--now '{now}' is not a date and time. Use the form 2026-11-23T10:00.");
            }
        });
    }

    public (Instant Now, DateTimeZone Zone) Read(ParseResult parsed, IClock clock)
    {
        var zone = DateTimeZoneProviders.Tzdb[parsed.GetValue(_zone) ?? "UTC"];
        return parsed.GetValue(_now) is { } text && TryParse(text, out var local)
            ? (local.InZoneLeniently(zone).ToInstant(), zone)
            : (clock.GetCurrentInstant(), zone);
    }

    /// <summary>Whether a zone was named.</summary>
    public bool NamesZone(ParseResult parsed) => parsed.GetValue(_zone) is not null;

    private static bool TryParse(string text, out LocalDateTime local)
    {
        foreach (var pattern in (ReadOnlySpan<string>)["uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd'T'HH:mm:ss"])
        {
            if (LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text).TryGetValue(default, out local))
            {
                return true;
            }
        }

        local = default;
        return false;
    }
}
