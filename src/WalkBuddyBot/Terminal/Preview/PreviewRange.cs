using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>The options <c>--from</c>, <c>--to</c> and <c>--days</c>: local dates, or dates and times, in <c>--zone</c>.</summary>
internal sealed class PreviewRange
{
    private const int MostDays = 366;

    // A day more than that, for the hour that a change of the clocks adds.
    private static readonly Duration Furthest = Duration.FromDays(MostDays + 1);
    private static readonly string Most = MostDays.ToString(CultureInfo.InvariantCulture);
    private static readonly string[] Patterns = ["uuuu-MM-dd", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd'T'HH:mm:ss"];

    private readonly Option<string?> _from = new("--from")
    {
        Description = "The beginning, such as 2026-11-24 or 2026-11-24T08:00, in --zone. Default: now.",
    };

    private readonly Option<string?> _to = new("--to")
    {
        Description = "The end, excluded. Default: a day after the beginning; a week after it with --person or --say.",
    };

    private readonly Option<int?> _days = Number.Option("--days", "So many days from the beginning, in place of --to.", 1, MostDays);

    public void AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
        command.Options.Add(_days);
        command.Validators.Add(result =>
        {
            foreach (var option in (ReadOnlySpan<Option<string?>>)[_from, _to])
            {
                if (result.GetValue(option) is { } text && Local(text) is null)
                {
                    result.AddError($"{option.Name} '{text}' is not a date. Use the form 2026-11-24 or 2026-11-24T08:00.");
                }
            }

            if (result.GetValue(_to) is not null && result.GetValue(_days) is not null)
            {
                result.AddError("--to and --days both say where it ends; give one.");
            }
        });
    }

    /// <summary>The range, or why there is none.</summary>
    public (Instant From, Instant To, string? Mistake) Read(ParseResult parsed, Instant now, DateTimeZone zone, int days)
    {
        var from = At(parsed.GetValue(_from), zone) ?? now;
        var to = At(parsed.GetValue(_to), zone) ?? Later(from, parsed.GetValue(_days) ?? days, zone);
        var mistake = from < now ? "--from lies in the past. What was sent stands in the ledger; a preview begins now."
            : to <= from ? "--to is not after --from."
            : to > now + Furthest ? $"--to lies too far: a preview looks at most {Most} days ahead."
            : null;
        return (from, to, mistake);
    }

    // The same time on a later day, also where that is 23 or 25 hours away.
    private static Instant Later(Instant from, int days, DateTimeZone zone) =>
        from.InZone(zone).LocalDateTime.PlusDays(days).InZoneLeniently(zone).ToInstant();

    private static Instant? At(string? text, DateTimeZone zone) =>
        text is not null && Local(text) is { } local ? local.InZoneLeniently(zone).ToInstant() : null;

    private static LocalDateTime? Local(string text)
    {
        foreach (var pattern in Patterns)
        {
            if (LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text).TryGetValue(default, out var local))
            {
                return local;
            }
        }

        return null;
    }
}
