using System.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>The options <c>--from</c> and <c>--to</c>: local dates, or dates and times, in <c>--zone</c>.</summary>
internal sealed class PreviewRange
{
    private static readonly string[] Patterns = ["uuuu-MM-dd", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd'T'HH:mm:ss"];

    private readonly Option<string?> _from = new("--from")
    {
        Description = "The beginning, such as 2026-11-24 or 2026-11-24T08:00, in --zone. Default: now.",
    };

    private readonly Option<string?> _to = new("--to")
    {
        Description = "The end, excluded. Default: a day after the beginning; a week after it with --person or --say.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
        command.Validators.Add(result =>
        {
            foreach (var option in (ReadOnlySpan<Option<string?>>)[_from, _to])
            {
                if (result.GetValue(option) is { } text && Local(text) is null)
                {
                    result.AddError($"{option.Name} '{text}' is not a date. Use the form 2026-11-24 or 2026-11-24T08:00.");
                }
            }
        });
    }

    /// <summary>The range, or why there is none.</summary>
    public (Instant From, Instant To, string? Mistake) Read(ParseResult parsed, Instant now, DateTimeZone zone, Duration length)
    {
        var from = At(parsed.GetValue(_from), zone) ?? now;
        var to = At(parsed.GetValue(_to), zone) ?? from + length;
        var mistake = from < now ? "--from lies in the past. What was sent stands in the ledger; a preview begins now."
            : to <= from ? "--to is not after --from."
            : null;
        return (from, to, mistake);
    }

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
